/** The answers that a rubric tells apart, side by side: what each level adds, and how much of it this answer had. */
import { levelAnswers } from '../../concepts/levelAnswers.ts';
import type { MaterialCriterion } from '../material.ts';
import type { Turn } from '../session.ts';
import { Html } from './parts.tsx';

export interface LevelAnswersProps {
	readonly rubric: readonly MaterialCriterion[];
	readonly turn: Turn;
}

/** Nothing where the rubric tells no answers apart. */
export function LevelAnswers({ rubric, turn: { grades } }: LevelAnswersProps) {
	const answers = levelAnswers(rubric.filter(({ id }) => grades[id]));
	return answers.length === 0 ? null : (
		<div class="level-answers">
			{answers.map(({ level, title, criteria }) => (
				<section key={level}>
					<h4 class="label">{title}</h4>
					<ul>
						{criteria.map(({ id, html }) => (
							<li key={id} class={grades[id]}>
								<Html as="span" html={html} />
								<span class="note">{grades[id]}</span>
							</li>
						))}
					</ul>
				</section>
			))}
		</div>
	);
}
