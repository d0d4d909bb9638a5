/** Which grades of an answer came from a model, and what each rests on. */
import type { ComponentChild } from 'preact';
import type { MarkedAnswer } from '../report.ts';
import { Evidence } from './Evidence.tsx';

interface GradedByProps extends MarkedAnswer {
	/** A criterion's text, by its id. */
	readonly criterion: (id: string) => ComponentChild;
}

export function GradedBy({ turn, criterion }: GradedByProps) {
	if (!turn.interview) return null;
	const { model, marks, remark } = turn.interview;
	return (
		<details class="graded-by">
			<summary class="text-button">Grades by {model}</summary>
			{remark && <p class="remark">{remark}</p>}
			<ul>
				{turn.rubric.map(({ id }) => (
					<li key={id}>
						{criterion(id)}
						<Evidence model={model} mark={marks[id]} grade={turn.grades[id]} />
					</li>
				))}
			</ul>
		</details>
	);
}
