/** All concepts of the catalog, written or in preparation, with what each builds on and what it opens; and their graph, laid out. Runs in the build alone. */
import { getCollection } from 'astro:content';
import { catalog, plannedConcepts, splitTitle } from '../concepts/catalog.ts';
import type { Category } from '../concepts/schema/category.ts';
import type { Track } from '../concepts/tracks.ts';
import { type Layout, layOut } from '../diagrams/graphs/layout.ts';
import { conceptPath } from '../paths.ts';
import { graphOf, labelLines } from './graph.ts';

/** A concept as the map shows it. */
export interface MapConcept {
	readonly slug: string;
	readonly name: string;
	/** What it is about; of one in preparation, what it will cover. */
	readonly description: string;
	readonly category: Category;
	/** Its page; undefined while it is in preparation. */
	readonly path: string | undefined;
	/** Reading time; undefined while it is in preparation. */
	readonly minutes: number | undefined;
	/** Slugs that it builds on, as they are written. */
	readonly needs: readonly string[];
	/** Slugs that build on it, in the catalog's order. */
	readonly opens: readonly string[];
}

/** All of them by slug, in the catalog's order. */
export async function mapConcepts(): Promise<ReadonlyMap<string, MapConcept>> {
	const entries = new Map((await getCollection('concepts')).map((entry) => [entry.id, entry.data]));
	const written = (await catalog()).flatMap(({ category, concepts }) =>
		concepts.map(({ slug, name, description, minutes }) => ({
			...{ slug, name, description, category, minutes, path: conceptPath(slug) },
			needs: entries.get(slug)?.prerequisites ?? [],
		})),
	);
	const planned = (await plannedConcepts()).map(({ slug, title, description, category, prerequisites }) => ({
		...{ slug, name: splitTitle(title).name, description, category, minutes: undefined, path: undefined },
		needs: prerequisites,
	}));
	const all = [...written, ...planned];
	const categories = (await getCollection('categories')).map(({ data }) => data).sort((a, b) => a.order - b.order);
	const order = categories.flatMap(({ concepts }) => concepts);
	const place = ({ slug }: { slug: string }): number => order.indexOf(slug);
	const known = new Set(all.map(({ slug }) => slug));
	return new Map(
		all
			.sort((a, b) => place(a) - place(b))
			.map((concept, _, sorted) => {
				const opens = sorted.filter(({ needs }) => needs.includes(concept.slug)).map(({ slug }) => slug);
				return [concept.slug, { ...concept, needs: concept.needs.filter((slug) => known.has(slug)), opens }];
			}),
	);
}

/** A place in a drawing: a concept with its box and its lines of text. */
export interface MapNode {
	readonly concept: MapConcept;
	readonly box: Layout['nodes'][number];
	readonly lines: readonly string[];
}

export interface MapDrawing {
	readonly width: number;
	readonly height: number;
	readonly nodes: readonly MapNode[];
	/** From what is needed to what it opens. */
	readonly lines: Layout['lines'];
}

/** The graph of a track, from left to right. What another track has is named in lists alone. */
export function mapDrawing(concepts: ReadonlyMap<string, MapConcept>, track: Track): MapDrawing {
	const own = [...concepts.values()].filter(({ category }) => category.track === track);
	const { width, height, nodes, lines } = layOut(graphOf(own), 'LR');
	return {
		...{ width, height, lines },
		nodes: own.flatMap((concept, index) => {
			const box = nodes[index];
			return box ? [{ concept, box, lines: labelLines(concept.name) }] : [];
		}),
	};
}
