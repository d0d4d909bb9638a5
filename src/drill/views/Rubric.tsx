/** A rubric to be marked, criterion by criterion, and everything that was hidden until a score was committed. */
import type { ComponentChild } from 'preact';
import { titled } from '../../concepts/levelAnswers.ts';
import { conceptPath } from '../../paths.ts';
import type { MaterialCriterion, MaterialQuestion } from '../material.ts';
import type { SessionEvent, Turn } from '../session.ts';
import { GradeChoice, Html, LevelMark } from './parts.tsx';

interface RubricProps {
	readonly concept: string;
	readonly rubric: readonly MaterialCriterion[];
	readonly turn: Turn;
	readonly hideLevels: boolean;
	/** What stands below a criterion: what somebody else's grade rests on. */
	readonly evidence?: ((criterion: string) => ComponentChild) | undefined;
	readonly dispatch: (event: SessionEvent) => void;
}

export function Rubric({ concept, rubric, turn, hideLevels, evidence, dispatch }: RubricProps) {
	return (
		<ul class="rubric marked">
			{(hideLevels ? rubric.map((criterion) => ({ criterion, title: undefined })) : titled(rubric)).map(
				({ title, criterion: { id, html, expectedFrom, dimension, essential, see } }) => (
					<li key={id}>
						{title && <h3 class="label">{title}</h3>}
						<GradeChoice
							legend={<Html as="span" html={html} />}
							value={turn.grades[id]}
							onChoose={(grade) => dispatch({ type: 'grade', criterion: id, grade })}
						/>
						{evidence?.(id)}
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
				),
			)}
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
