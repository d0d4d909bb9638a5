/** Beside a question: what committing a score will show, and then what the question is about. */
import { capitalized, countInWords } from '../../../ground/words.ts';
import type { Asked, MaterialQuestion } from '../../material.ts';
import type { Turn } from '../../session.ts';
import { Html } from '../parts.tsx';

export function Margin({
	turn,
	question,
	asked,
	followUp,
}: {
	turn: Turn;
	question: MaterialQuestion;
	asked: Asked;
	followUp: boolean;
}) {
	if (turn.committed === null) {
		const criteria = capitalized(countInWords(asked.rubric.length, 'criterion', 'criteria'));
		return (
			<section>
				<h2 class="label">After you commit</h2>
				<p class="note">
					{followUp
						? `${criteria} and the answer.`
						: `${criteria}, the model answer, and up to two follow-ups chosen by what you missed.`}
				</p>
			</section>
		);
	}
	return followUp ? null : (
		<p class="note">
			<strong>What they are really asking.</strong> <Html as="span" html={question.intent} />
		</p>
	);
}
