/**
 * The files of a new concept: a small example of everything that a page has, working as it stands, and a `TODO` wherever the
 * author's own words belong. The check counts those.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Planned } from '../../concepts/schema/planned.ts';
import { type Track, type TrackRules, trackRules, tracks } from '../../concepts/tracks.ts';
import { promptSkeletons, questionSkeletons } from './lists.ts';

export interface NewConcept {
	readonly slug: string;
	readonly category: string;
	readonly track: Track;
	/** Name of the figure that the page shows, if one is made with it. */
	readonly figure?: string | undefined;
	/** What is known of it already. */
	readonly planned?: Planned | undefined;
	/** `2026-05-04`; becomes the dates of publication and of the last check. */
	readonly today: string;
}

/** Source by path inside the concept's folder. */
export function scaffold({ track, slug, figure, planned, ...concept }: NewConcept): ReadonlyMap<string, string> {
	const figureLine = figure
		? `<Figure name="${figure}" />`
		: '{/* TODO a figure to play with, if there is one: npm run new -- --figure name makes it, <Figure name="…" /> shows it. */}';
	const values = { ...concept, slug, third: tracks[track].third.title, figure: figureLine, ...fieldsOf(slug, planned) };
	const templates = ['index.mdx', ...globSync('{diagrams,listings}/*', { cwd: import.meta.dirname })].sort();
	return new Map([
		...templates.map((name) => {
			const source = readFileSync(join(import.meta.dirname, name), 'utf8');
			return [name.replaceAll('\\', '/'), filled(source, trackRules[track], values)] as const;
		}),
		['questions.yaml', questionSkeletons(track)],
		['prompts.yaml', promptSkeletons(track)],
	]);
}

/** The frontmatter that a concept in preparation has already, else what its author is to write. As YAML. */
function fieldsOf(slug: string, planned: Planned | undefined): Readonly<Record<string, string>> {
	const list = (items: readonly string[]): string => `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;
	return planned
		? {
				title: JSON.stringify(planned.title),
				description: JSON.stringify(planned.description),
				level: planned.level,
				prerequisites: list(planned.prerequisites),
				aliases: list(planned.aliases),
			}
		: {
				title: titleOf(slug),
				description: 'TODO one sentence for the catalog, at most 160 characters.',
				level: 'core # TODO foundation, core or advanced',
				prerequisites: '[]',
				aliases: '[] # TODO what else readers type to find it',
			};
}

/** `kv-cache` as "Kv Cache": a start that the author corrects. */
function titleOf(slug: string): string {
	return slug.replace(/(^|-)([a-z0-9])/g, (_match, hyphen: string, letter: string) => {
		return `${hyphen ? ' ' : ''}${letter.toUpperCase()}`;
	});
}

/**
 * Puts values in the place of `{{name}}`; keeps the lines from `{{#equations}}` to `{{/equations}}` where the track has this rule, those
 * from `{{^equations}}` where it has not.
 */
function filled(template: string, rules: TrackRules, values: Readonly<Record<string, string>>): string {
	return template
		.replace(/^\{\{([#^])(\w+)\}\}\n([\s\S]*?)^\{\{\/\2\}\}\n/gm, (_all, sign: string, rule: string, lines: string) =>
			Boolean(rules[rule as keyof TrackRules]) === (sign === '#') ? lines : '',
		)
		.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? '');
}
