/** Interview questions, in drills and on concept pages: how each went when it was last answered. */
import { conceptPath, pathTo } from '../../../paths.ts';
import { count } from '../words.ts';
import { dateOfTime } from './dates.ts';
import { Section } from './parts.tsx';
import type { Reader } from './reader.ts';

/** What the drill says of the reader's answers; see its `answered.ts`. */
export interface Answered {
	readonly bands: readonly string[];
	readonly concepts: ReadonlyMap<string, readonly number[]>;
	readonly questions: number;
	readonly kept: number;
	readonly lastDrill: { readonly id: string; readonly at: number; readonly bands: readonly string[] } | undefined;
}

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
	const { bands, concepts, lastDrill } = answered;
	const rows = catalog.concepts.flatMap(({ slug, name }) => {
		const counts = concepts.get(slug);
		return counts ? [{ slug, name, counts }] : [];
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
						</tr>
					</thead>
					<tbody>
						{rows.map(({ slug, name, counts }) => (
							<tr key={slug}>
								<th scope="row">
									<a href={`${conceptPath(slug, 'questions')}`}>{name}</a>
								</th>
								{counts.map((number, index) => (
									<td key={bands[index]} class="number">
										{number === 0 ? '–' : number}
									</td>
								))}
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
