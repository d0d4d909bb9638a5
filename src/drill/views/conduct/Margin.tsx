/** Beside a question: what committing a score will show, and then what the question is about. */
import { capitalized, countInWords } from '../../../ground/words.ts';
import { Html } from '../parts.tsx';
import type { StepProps } from './props.ts';

interface MarginProps extends Pick<StepProps, 'turn' | 'question' | 'asked'> {
	readonly followUp: boolean;
}

export function Margin({ turn, question, asked, followUp }: MarginProps) {
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
