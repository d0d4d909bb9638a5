/** A rubric to be marked, criterion by criterion, and everything that was hidden until a score was committed. */
import { conceptPath } from '../../paths.ts';
import type { MaterialCriterion, MaterialQuestion } from '../material.ts';
import { type Judgement, tally, tallyText } from '../scoring.ts';
import { markedOf, type SessionEvent, type Turn } from '../session.ts';
import { GradeChoice, Html, LevelMark } from './parts.tsx';

interface RubricProps {
	readonly concept: string;
	readonly rubric: readonly MaterialCriterion[];
	readonly turn: Turn;
	readonly hideLevels: boolean;
	readonly dispatch: (event: SessionEvent) => void;
}

export function Rubric({ concept, rubric, turn, hideLevels, dispatch }: RubricProps) {
	return (
		<ul class="rubric marked">
			{rubric.map(({ id, html, expectedFrom, dimension, essential, see }) => (
				<li key={id}>
					<GradeChoice
						legend={<Html as="span" html={html} />}
						value={turn.grades[id]}
						onChoose={(grade) => dispatch({ type: 'grade', criterion: id, grade })}
					/>
					<p class="criterion-meta note">
						{!hideLevels && <LevelMark level={expectedFrom} />}
						<span>{dimension}</span>
						{essential && <strong>essential</strong>}
						{see && (
							<a href={conceptPath(concept, see.anchor)} target="_blank" rel="noopener">
								{see.title}
								<span class="visually-hidden"> (opens in a new tab)</span>
							</a>
						)}
					</p>
				</li>
			))}
		</ul>
	);
}

interface RevealedProps {
	readonly question: MaterialQuestion;
	readonly turn: Turn;
	readonly dispatch: (event: SessionEvent) => void;
}

/** Common mistakes, and red flags to be ticked by whoever finds them in their own answer. */
export function Warnings({ question, turn, dispatch }: RevealedProps) {
	return (
		<>
			<h2 class="label">Common mistakes</h2>
			<ul class="mistakes">
				{question.mistakes.map(({ mistake, correction }) => (
					<li key={mistake}>
						<Html as="p" class="mistake" html={mistake} />
						<Html as="p" html={correction} />
					</li>
				))}
			</ul>
			<fieldset class="red-flag-checks">
				<legend>
					<span class="label">Red flags</span> <span class="note">tick what was in your answer</span>
				</legend>
				{question.redFlags.map((flag, index) => (
					<label class="check" key={flag}>
						<input
							type="checkbox"
							checked={turn.redFlags.includes(index)}
							onChange={({ currentTarget }) => dispatch({ type: 'redFlag', index, said: currentTarget.checked })}
						/>
						<Html as="span" html={flag} />
					</label>
				))}
			</fieldset>
		</>
	);
}

interface VerdictProps {
	readonly turn: Turn;
	/** Undefined for a follow-up, and until everything is marked. */
	readonly judgement: Judgement | undefined;
}

/** What the reader said beside what the rubric says by their marks. */
export function Verdict({ turn, judgement }: VerdictProps) {
	const left = turn.rubric.filter(({ id }) => turn.grades[id] === undefined).length;
	return (
		<dl class="verdict" aria-live="polite">
			<div>
				<dt class="label">You said</dt>
				<dd>{turn.committed}</dd>
			</div>
			<div>
				<dt class="label">Rubric says</dt>
				<dd>
					{left > 0 ? (
						<span class="note">{left === 1 ? 'mark 1 criterion' : `mark ${left} criteria`}</span>
					) : judgement ? (
						<>
							{judgement.band}, {judgement.met} of {judgement.expected} expected
							{judgement.reasons.length > 0 && <span class="note">{judgement.reasons.join('; ')}</span>}
						</>
					) : (
						tallyText(tally(markedOf(turn)))
					)}
				</dd>
			</div>
		</dl>
	);
}
