/** Two scores side by side: the reader's own, and the rubric's. */
import type { Judgement } from '../../concepts/judging.ts';
import { count } from '../../ground/words.ts';
import { tally, tallyText } from '../scoring.ts';
import { markedOf, type Turn } from '../session.ts';

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
						<span class="note">mark {count(left, 'criterion', 'criteria')}</span>
					) : judgement ? (
						<>
							{judgement.band}, {judgement.met} of {judgement.expected} expected
							{judgement.reasons.length > 0 && <span class="note reasons">{judgement.reasons.join('; ')}</span>}
						</>
					) : (
						tallyText(tally(markedOf(turn)))
					)}
				</dd>
			</div>
		</dl>
	);
}
