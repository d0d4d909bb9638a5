/**
 * The register of permanent ids. Readers keep their history under `<slug>/<id>`, so an id must neither vanish nor come to
 * mean something else without a word: the register remembers each with its revision and a hash of its text.
 */
import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import type { IdKind, Register, Registered } from './schema/register.ts';

/** An id as the content has it now. */
export interface CurrentId {
	readonly id: string;
	readonly kind: IdKind;
	readonly revision: number;
	readonly text: string;
}

/** The ids of each concept by its slug. A slug whose ids cannot be told (a file does not parse) is left out. */
export type CurrentIds<Id extends CurrentId = CurrentId> = ReadonlyMap<string, readonly Id[]>;

/** How an id stands to what the register knows of it. */
export type Standing = 'known' | 'new' | 'revised' | 'changed' | 'lowered' | 'retired';

/** What an author said about ids, each as `<slug>/<id>`; a bare `<slug>` retires all of a concept. */
export interface Decisions {
	readonly retire: readonly string[];
	readonly sameMeaning: readonly string[];
}

/** The start of the SHA-256 of a text. Line breaks and runs of spaces do not count, so that a text may be wrapped anew. */
export function hashOf(text: string): string {
	return createHash('sha256').update(text.trim().replace(/\s+/g, ' ')).digest('hex').slice(0, 12);
}

export function standingOf({ revision, text }: CurrentId, entry: Registered | undefined): Standing {
	if (!entry) return 'new';
	if (entry.retired) return 'retired';
	if (revision > entry.revision) return 'revised';
	if (revision < entry.revision) return 'lowered';
	return hashOf(text) === entry.hash ? 'known' : 'changed';
}

/** Ids that the register knows and the content no longer has, without those that were retired. */
export function vanishedIds(known: Readonly<Record<string, Registered>>, current: readonly CurrentId[]): string[] {
	const present = new Set(current.map(({ id }) => id));
	return Object.entries(known).flatMap(([id, { retired }]) => (retired || present.has(id) ? [] : [id]));
}

/**
 * The register with former slugs under the slugs that took their place.
 *
 * @param formerSlugs old slug to new slug
 */
export function renamed(register: Register, formerSlugs: ReadonlyMap<string, string>): Register {
	const result: Register = {};
	for (const [slug, entries] of Object.entries(register)) {
		const now = formerSlugs.get(slug) ?? slug;
		result[now] = { ...entries, ...result[now] };
	}
	return result;
}

/**
 * The register as it is to be written: new and revised ids are taken in, and what an author decided is carried out.
 * Whatever needs a decision that was not given stays as it was, so that it is still a problem.
 */
export function recorded(register: Register, current: CurrentIds, decisions: Decisions, today: string): Register {
	const result: Register = structuredClone(register);
	for (const [slug, ids] of current) {
		const entries: Record<string, Registered> = result[slug] ?? {};
		result[slug] = entries;
		for (const one of ids) {
			const standing = standingOf(one, entries[one.id]);
			const decided = standing === 'changed' && decisions.sameMeaning.includes(`${slug}/${one.id}`);
			if (standing === 'new' || standing === 'revised' || decided) {
				entries[one.id] = { kind: one.kind, revision: one.revision, hash: hashOf(one.text) };
			}
		}
	}
	for (const [slug, entries] of Object.entries(result)) {
		for (const id of vanishedIds(entries, current.get(slug) ?? [])) {
			const entry = entries[id];
			const decided = decisions.retire.includes(slug) || decisions.retire.includes(`${slug}/${id}`);
			if (entry && decided) entry.retired = today;
		}
	}
	return result;
}

/** Decisions that decide nothing, because the id is not known, not changed, or still there. */
export function idleDecisions(register: Register, current: CurrentIds, { retire, sameMeaning }: Decisions): string[] {
	const vanished = Object.entries(register).flatMap(([slug, entries]) =>
		vanishedIds(entries, current.get(slug) ?? []).flatMap((id) => [slug, `${slug}/${id}`]),
	);
	const changed = [...current].flatMap(([slug, ids]) =>
		ids.filter((one) => standingOf(one, register[slug]?.[one.id]) === 'changed').map(({ id }) => `${slug}/${id}`),
	);
	return [
		...retire.filter((name) => !vanished.includes(name)),
		...sameMeaning.filter((name) => !changed.includes(name)),
	];
}

const preamble = `# The register of permanent ids: readers keep their history under them. Written by \`npm run check -- --record\`;
# see CONTRIBUTING for what to do when an id goes or its text changes.
`;

/** The register as YAML: a line an id, in alphabetical order, so that two branches rarely touch the same line. */
export function writeRegister(register: Register): string {
	const sorted = <Value>(record: Readonly<Record<string, Value>>): [string, Value][] =>
		Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
	const concepts = sorted(register)
		.filter(([, entries]) => Object.keys(entries).length > 0)
		.map(([slug, entries]) => {
			const lines = sorted(entries).map(([id, { kind, revision, hash, retired }]) => {
				const end = retired ? `, retired: ${retired}` : '';
				return `  ${keyOf(id)}: { kind: ${kind}, revision: ${revision}, hash: '${hash}'${end} }`;
			});
			return `\n${[`${keyOf(slug)}:`, ...lines].join('\n')}\n`;
		});
	return preamble + concepts.join('');
}

/** An id such as `007` needs quotes, or YAML reads a number. */
function keyOf(id: string): string {
	return typeof parse(id) === 'string' ? id : `'${id}'`;
}
