/** Interview questions, in drills and on concept pages: how each went when it was last answered. */
import { QUESTIONS } from '../../../concepts/stageNumbers.ts';
import { anchorOf } from '../../../concepts/stages.ts';
import { count } from '../../../ground/words.ts';
import { conceptPath, pathTo } from '../../../paths.ts';
import type { Answered } from '../../answered.ts';
import { dateOfTime } from '../dates.ts';
import { Section } from './parts.tsx';
import type { Reader } from './reader.ts';

function LastDrill({ drill }: { drill: NonNullable<Answered['lastDrill']> }) {
	return (
		<p>
			<strong>Your last drill</strong> was on {dateOfTime(drill.at)}
			{drill.bands.length > 0 ? `: ${drill.bands.join(', ')}` : ', and is not marked yet'}.{' '}
			<a href={pathTo(`drill/report/?drill=${drill.id}`)}>Its report</a>
		</p>
	);
}

export function Questions({ reader: { catalog }, answered }: { reader: Reader; answered: Answered }) {
	const { bands, concepts, tasks, lastDrill } = answered;
	const rows = catalog.concepts.flatMap(({ slug, name }) => {
		const counts = concepts.get(slug) ?? bands.map(() => 0);
		const task = tasks.get(slug);
		return concepts.has(slug) || task ? [{ slug, name, counts, task }] : [];
	});
	return (
		<Section
			id="questions"
			title="Questions"
			about="How they went when you last answered them"
			note={
				<>
					{lastDrill && <LastDrill drill={lastDrill} />}
					<p>
						<a href={pathTo('drill/history/')}>All {count(answered.kept, 'report')}</a>
						{tasks.size > 0 && (
							<>
								{' · '}
								<a href={pathTo('tasks/')}>All tasks</a>
							</>
						)}
					</p>
				</>
			}
		>
			{rows.length > 0 ? (
				<table class="concepts">
					<thead>
						<tr>
							<th scope="col">Concept</th>
							{bands.map((band) => (
								<th key={band} scope="col" class="number">
									{band}
								</th>
							))}
							{tasks.size > 0 && (
								<th scope="col" class="number">
									tasks
								</th>
							)}
						</tr>
					</thead>
					<tbody>
						{rows.map(({ slug, name, counts, task }) => (
							<tr key={slug}>
								<th scope="row">
									<a href={`${conceptPath(slug, anchorOf(QUESTIONS))}`}>{name}</a>
								</th>
								{counts.map((number, index) => (
									<td key={bands[index]} class="number">
										{number === 0 ? '–' : number}
									</td>
								))}
								{tasks.size > 0 && <td class="number">{task ? `${task.solved} of ${task.begun}` : '–'}</td>}
							</tr>
						))}
					</tbody>
				</table>
			) : (
				<p>No answer has all its criteria marked yet. Marked, it gets a band, and stands here.</p>
			)}
		</Section>
	);
}
