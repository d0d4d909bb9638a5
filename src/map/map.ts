/** All concepts of the catalog, written or in preparation, with what each builds on and what it opens; and their graph, laid out. Runs in the build alone. */
import {
	type ListedConcept,
	listedConcepts,
	type PlannedSummary,
	plannedConcepts,
	splitTitle,
} from '../concepts/catalog.ts';
import { opensOf } from '../concepts/graph.ts';
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

/** All of them by slug, in the catalog's order. Those of which nothing but the slug is known are left out. */
export async function mapConcepts(): Promise<ReadonlyMap<string, MapConcept>> {
	const planned = new Map((await plannedConcepts()).map((one) => [one.slug, one]));
	const all = (await listedConcepts()).flatMap((listed) => described(listed, planned.get(listed.slug)) ?? []);
	const known = new Set(all.map(({ slug }) => slug));
	const opens = opensOf(new Map(all.map(({ slug, needs }) => [slug, needs])));
	return new Map(
		all.map((concept) => {
			const needs = concept.needs.filter((slug) => known.has(slug));
			return [concept.slug, { ...concept, needs, opens: opens.get(concept.slug) ?? [] }];
		}),
	);
}

/** A concept by itself; undefined where nothing but its slug is known. */
function described(
	{ slug, category, written }: ListedConcept,
	planned: PlannedSummary | undefined,
): Omit<MapConcept, 'opens'> | undefined {
	if (written) {
		const { name, description, minutes } = written.summary;
		const needs = written.entry.data.prerequisites;
		return { slug, name, description, category, minutes, path: conceptPath(slug), needs };
	}
	if (!planned) return undefined;
	const { title, description, prerequisites: needs } = planned;
	return { slug, name: splitTitle(title).name, description, category, minutes: undefined, path: undefined, needs };
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
