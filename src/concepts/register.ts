/**
 * The register of permanent ids. Readers keep their history under `<slug>/<id>`, so an id must neither vanish nor come to
 * mean something else without a word: the register remembers each with its revision and a hash of its text.
 */
import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import type { IdKind, Register, Registered } from './schema/register.ts';

/** An id as the content has it now. */
export interface CurrentId {
	/** Criteria and follow-ups stand behind their question's id: `why-scale/keeps-variance`. */
	readonly id: string;
	readonly kind: IdKind;
	readonly revision: number;
	readonly text: string;
}

/** A concept's ids beside what its register knows. */
export interface ConceptIds<Id extends CurrentId = CurrentId> {
	readonly slug: string;
	readonly known: Register;
	readonly current: readonly Id[];
}

/** Of a concept that was never recorded. */
export const emptyRegister: Register = { slugs: [], ids: {} };

/** How an id stands to what the register knows of it. */
export type IdState = 'known' | 'new' | 'revised' | 'changed' | 'lowered' | 'retired';

/** What an author said about ids, each as `<slug>/<id>`; a bare `<slug>` retires all of a concept. */
export interface Decisions {
	readonly retire: readonly string[];
	readonly sameMeaning: readonly string[];
}

/** The start of the SHA-256 of a text. Line breaks and runs of spaces do not count, so that a text may be wrapped anew. */
export function textHash(text: string): string {
	return createHash('sha256').update(text.trim().replace(/\s+/g, ' ')).digest('hex').slice(0, 12);
}

export function idStateOf({ revision, text }: CurrentId, entry: Registered | undefined): IdState {
	if (!entry) return 'new';
	if (entry.retired) return 'retired';
	if (revision > entry.revision) return 'revised';
	if (revision < entry.revision) return 'lowered';
	return textHash(text) === entry.hash ? 'known' : 'changed';
}

/** Ids that the register knows and the content no longer has, without those that were retired. */
export function vanishedIds({ ids }: Register, current: readonly CurrentId[]): string[] {
	const present = new Set(current.map(({ id }) => id));
	return Object.entries(ids).flatMap(([id, { retired }]) => (retired || present.has(id) ? [] : [id]));
}

/**
 * The register as it is to be written: today's slug, new and revised ids are taken in, and what an author decided is carried out.
 * Whatever needs a decision that was not given stays as it was, so that it is still a problem.
 */
export function recorded({ slug, known, current }: ConceptIds, decisions: Decisions, today: string): Register {
	const ids = structuredClone(known.ids);
	for (const one of current) {
		const state = idStateOf(one, ids[one.id]);
		const decided = state === 'changed' && decisions.sameMeaning.includes(`${slug}/${one.id}`);
		if (state === 'new' || state === 'revised' || decided) {
			ids[one.id] = { kind: one.kind, revision: one.revision, hash: textHash(one.text) };
		}
	}
	for (const id of vanishedIds({ ...known, ids }, current)) {
		const entry = ids[id];
		// With a concept go all of its ids, and with a question its criteria and follow-ups.
		const isRetired = decisions.retire.some((name) => `${slug}/${id}/`.startsWith(`${name}/`));
		if (entry && isRetired) entry.retired = today;
	}
	const slugs = [slug, ...known.slugs.filter((other) => other !== slug)];
	const retired = decisions.retire.includes(slug) ? today : known.retired;
	return { slugs, ...(retired !== undefined && { retired }), ids };
}

/** Decisions that decide nothing, because the id is not known, not changed, or still there. */
export function idleDecisions(concepts: readonly ConceptIds[], { retire, sameMeaning }: Decisions): string[] {
	const vanished = concepts.flatMap(({ slug, known, current }) => [
		...(current.length === 0 && known.slugs.length > 0 && !known.retired ? [slug] : []),
		...vanishedIds(known, current).map((id) => `${slug}/${id}`),
	]);
	const changed = concepts.flatMap(({ slug, known, current }) =>
		current.filter((one) => idStateOf(one, known.ids[one.id]) === 'changed').map(({ id }) => `${slug}/${id}`),
	);
	return [
		...retire.filter((name) => !vanished.includes(name)),
		...sameMeaning.filter((name) => !changed.includes(name)),
	];
}

const preamble = `# The permanent ids of this concept: readers keep their history under them. Written by \`npm run check -- --record\`;
# see CONTRIBUTING for what to do when an id goes or its text changes.
`;

/** The register as YAML: a line an id, in alphabetical order. */
export function writeRegister({ slugs, retired, ids }: Register): string {
	const lines = Object.entries(ids)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([id, { kind, revision, hash, retired: gone }]) => {
			const end = gone ? `, retired: ${gone}` : '';
			return `  ${scalar(id)}: { kind: ${kind}, revision: ${revision}, hash: '${hash}'${end} }\n`;
		});
	const head = `slugs: [${slugs.map(scalar).join(', ')}]\n${retired ? `retired: ${retired}\n` : ''}`;
	return `${preamble}${head}ids:${lines.length === 0 ? ' {}\n' : `\n${lines.join('')}`}`;
}

/** An id such as `007` needs quotes, or YAML reads a number. */
function scalar(id: string): string {
	return typeof parse(id) === 'string' ? id : `'${id}'`;
}
