/** Paths as pages show them: each step with what is known of its concept, what it builds on, and what it takes. */
import { getCollection } from 'astro:content';
import { conceptPath } from '../paths.ts';
import { plannedConcepts, splitTitle } from './catalog.ts';
import { conceptPages, timeOf } from './page.ts';
import type { Accent } from './schema/category.ts';
import type { Path } from './schema/path.ts';

/** What a page takes until it is written: as long as those that are, on average. */
function usualMinutes(known: ReadonlyMap<string, Known>): number {
	const written = [...known.values()].flatMap(({ minutes }) => minutes ?? []);
	return written.reduce((sum, minutes) => sum + minutes, 0) / Math.max(1, written.length);
}

/** What a step builds on: an earlier or later step, or a concept that the path leaves out. */
export interface PathNeed {
	readonly name: string;
	/** Its number on this path; undefined when it is not on it. */
	readonly step: number | undefined;
	/** Its page, once it stands. */
	readonly path: string | undefined;
}

export interface PathStep {
	/** From 1. */
	readonly number: number;
	/** Undefined for what the catalog does not list yet. */
	readonly slug: string | undefined;
	readonly name: string;
	readonly parenthesis: string | undefined;
	readonly why: string;
	readonly accent: Accent | undefined;
	/** Its page; undefined while it is in preparation. */
	readonly path: string | undefined;
	/** To read, and to answer every question; before it is written, what a page usually takes. */
	readonly minutes: number;
	readonly needs: readonly PathNeed[];
}

export interface LearningPath extends Pick<Path, 'id' | 'title' | 'lead' | 'level' | 'formats'> {
	readonly steps: readonly PathStep[];
	/** The steps whose pages stand. */
	readonly standing: readonly PathStep[];
	/** All steps together. */
	readonly minutes: number;
}

/** A concept as a path needs it, published or planned. */
interface Known {
	readonly title: string;
	readonly accent: Accent;
	readonly prerequisites: readonly string[];
	/** Undefined while it is planned. */
	readonly minutes: number | undefined;
}

async function knownConcepts(): Promise<ReadonlyMap<string, Known>> {
	const written = (await conceptPages()).map((page): [string, Known] => {
		const { slug, title, category } = page.summary;
		const { read, answer } = timeOf(page);
		return [
			slug,
			{ title, accent: category.accent, prerequisites: page.entry.data.prerequisites, minutes: read + answer },
		];
	});
	const planned = (await plannedConcepts()).map(({ slug, title, category, prerequisites }): [string, Known] => [
		slug,
		{ title, accent: category.accent, prerequisites, minutes: undefined },
	]);
	return new Map([...planned, ...written]);
}

function learningPath(path: Path, known: ReadonlyMap<string, Known>): LearningPath {
	const usual = usualMinutes(known);
	const pageOf = (slug: string) => (known.get(slug)?.minutes === undefined ? undefined : conceptPath(slug));
	const nameOf = (slug: string) => splitTitle(known.get(slug)?.title ?? slug).name;
	const numberOf = (slug: string) => path.steps.findIndex(({ concept }) => concept === slug) + 1 || undefined;
	const steps = path.steps.map(({ concept: slug, title, why }, index): PathStep => {
		const concept = slug === undefined ? undefined : known.get(slug);
		return {
			number: index + 1,
			slug,
			...splitTitle(concept?.title ?? title ?? slug ?? ''),
			why,
			accent: concept?.accent,
			path: slug && pageOf(slug),
			minutes: concept?.minutes ?? usual,
			needs: (concept?.prerequisites ?? []).map((needed) => ({
				name: nameOf(needed),
				step: numberOf(needed),
				path: pageOf(needed),
			})),
		};
	});
	const { id, title, lead, level, formats } = path;
	const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
	return { id, title, lead, level, formats, steps, standing: steps.filter((step) => step.path), minutes };
}

/** All paths, in the order of `paths.yaml`. */
export async function learningPaths(): Promise<LearningPath[]> {
	const known = await knownConcepts();
	const entries = (await getCollection('paths')).map(({ data }) => data).sort((a, b) => a.order - b.order);
	return entries.map((path) => learningPath(path, known));
}
