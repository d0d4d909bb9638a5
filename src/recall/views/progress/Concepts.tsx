/** Each concept and category: stages done, recall today, prompts known, when the next is due. */

import { STAGES } from '../../../concepts/stageNumbers.ts';
import { count, percent } from '../../../ground/words.ts';
import { ringSegment, ringTurns, ringViewBox } from '../../../icons/ringPath.ts';
import { conceptPath, pathTo } from '../../../paths.ts';
import type { Day } from '../../log/studyDay.ts';
import { type Progress, progressByConcept, progressOf } from '../../schedule/progress.ts';
import { shortDate } from '../dates.ts';
import { Section } from './parts.tsx';
import type { Reader } from './reader.ts';

function Ring({ done, due }: { done: readonly number[]; due: number }) {
	const words = `${done.length} of ${STAGES} stages done${due > 0 ? `, ${count(due, 'prompt')} due` : ''}`;
	return (
		<svg
			class={due > 0 ? 'ring due' : 'ring'}
			viewBox={ringViewBox}
			width="20"
			height="20"
			role="img"
			aria-label={words}
		>
			{ringTurns.map((turn, index) => (
				<path
					key={turn}
					d={ringSegment}
					transform={`rotate(${turn})`}
					class={done.includes(index + 1) ? 'done' : undefined}
				/>
			))}
			<circle r="2.1" />
		</svg>
	);
}

function Cells({ progress, day }: { progress: Progress; day: Day }) {
	const { recall, known, prompts, due, next } = progress;
	return (
		<>
			<td class="number">{recall === undefined ? '–' : percent(recall)}</td>
			<td class="number">
				{known} of {prompts}
			</td>
			<td class="number">
				{due > 0 ? 'today' : next === undefined ? '–' : next === day + 1 ? 'tomorrow' : shortDate(next)}
			</td>
		</>
	);
}

export function Concepts({ reader: { input, catalog, state, day } }: { reader: Reader }) {
	const all = progressByConcept(input);
	const total = progressOf(input);
	return (
		<Section
			id="concepts"
			title="Concepts"
			about="What you would remember today"
			note={
				<p>
					<strong>
						{total.recall === undefined
							? 'No prompt answered yet.'
							: `${percent(total.recall)} of what you answered, on average.`}
					</strong>{' '}
					Recall is an estimate: how likely you are to remember a prompt now, by when and how well you remembered it
					before. Known are those you remembered last time, at 80 % or more.{' '}
					<a href={pathTo('prompts/')}>All prompts</a>
				</p>
			}
		>
			<table class="concepts">
				<thead>
					<tr>
						<th scope="col">Concept</th>
						<th scope="col" class="number">
							Recall
						</th>
						<th scope="col" class="number">
							Known
						</th>
						<th scope="col" class="number">
							Next due
						</th>
					</tr>
				</thead>
				{catalog.categories.map(({ id, title, accent }) => {
					const concepts = catalog.concepts.filter(({ category }) => category === id);
					const slugs = new Set(concepts.map(({ slug }) => slug));
					const own = progressOf(input, (prompt) => slugs.has(prompt.slice(0, prompt.indexOf('/'))));
					return (
						<tbody key={id} class={`accent-${accent}`}>
							<tr class="category">
								<th scope="rowgroup">{title}</th>
								<Cells progress={own} day={day} />
							</tr>
							{concepts.map(({ slug, name }) => {
								const progress = all.get(slug);
								return (
									<tr key={slug}>
										<th scope="row">
											<span class="concept-name">
												<Ring done={state.stages[slug] ?? []} due={progress?.due ?? 0} />
												<a href={conceptPath(slug)}>{name}</a>
											</span>
										</th>
										{progress ? <Cells progress={progress} day={day} /> : <td colSpan={3} />}
									</tr>
								);
							})}
						</tbody>
					);
				})}
			</table>
		</Section>
	);
}
