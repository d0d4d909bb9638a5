/** What a model's grade rests on: its quote from the answer, or why the grade does not count. All of it is text. */

import type { Grade } from '../../concepts/judging.ts';
import type { Doubt, ModelMark } from '../interviewer/marks.ts';

const whyNot: Readonly<Record<Doubt, string>> = {
	unquoted: 'without a quote',
	invented: 'by words that are not in your answer',
	short: 'by too few words to tell',
	reused: 'by the same words as several others',
};

interface EvidenceProps {
	readonly model: string;
	readonly mark: ModelMark | undefined;
	/** The grade that counts. */
	readonly grade: Grade | undefined;
}

export function Evidence({ model, mark, grade }: EvidenceProps) {
	if (!mark) return <p class="evidence note">{model} left this out.</p>;
	if (mark.doubt) {
		return (
			<p class="evidence note">
				{model} said {mark.grade} {whyNot[mark.doubt]}: it does not count.
			</p>
		);
	}
	return (
		<p class="evidence note">
			{model}: {mark.grade}
			{mark.quote && (
				<>
					{', '}
					<q>{mark.quote}</q>
				</>
			)}
			{grade && grade !== mark.grade && <strong> You overruled: {grade}.</strong>}
		</p>
	);
}
