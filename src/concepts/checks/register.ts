/** The content against the register of permanent ids: nothing vanishes, and nothing changes without a decision. */
import { nearest } from '../nearest.ts';
import { count, type Problem, problemOf, type Wordings } from '../problems.ts';
import type { ContentSource } from '../reading/content.ts';
import { type CurrentIds, renamed, standingOf, vanishedIds } from '../register.ts';
import { type Register, register as registerSchema } from '../schema/register.ts';
import { type PermanentId, permanentIdsOf } from './permanentIds.ts';
import { checkSchema } from './schema.ts';

export const kinds = {
	'id-vanished': ({
		slug,
		id,
		kind,
		nearest,
	}: {
		slug: string;
		id: string;
		kind: string;
		nearest: string | undefined;
	}) => ({
		found: `the ${kind} ${slug}/${id} in the register, but no longer in the content`,
		expected: 'an id to stay for good, because readers have a history under it',
		mend: nearest
			? `Write ${id} again where it now says ${nearest}, or run npm run check -- --retire ${slug}/${id}.`
			: `Bring it back, or run npm run check -- --retire ${slug}/${id}.`,
	}),
	'slug-vanished': ({ slug }: { slug: string }) => ({
		found: `the concept ${slug} in the register, but no folder of that name`,
		expected: 'a slug to stay for good, because its address is permanent',
		mend: `Bring it back, name it in formerSlugs of the concept that takes its place, or run npm run check -- --retire ${slug}.`,
	}),
	'id-changed': ({ slug, id, kind, revision }: { slug: string; id: string; kind: string; revision: number }) => ({
		found: `a new text for the ${kind} ${id}, still at revision ${revision}`,
		expected: 'the text that the register knows, or a decision',
		mend: `If it means something else now, ${
			kind === 'break'
				? 'give it another id'
				: `raise the revision${kind === 'prompt' || kind === 'question' ? '' : ' of its question'}`
		} and run npm run check -- --record; if not, run npm run check -- --same-meaning ${slug}/${id}.`,
	}),
	'id-retired': ({ id }: { id: string }) => ({
		found: `the id ${id}, which was retired`,
		expected: 'an id that was never used in this concept',
		mend: 'Choose another id; readers may have a history under this one.',
	}),
	'revision-lowered': ({ id, revision, recorded }: { id: string; revision: number; recorded: number }) => ({
		found: `revision ${revision} of ${id}, which the register knows at revision ${recorded}`,
		expected: `revision ${recorded} or a higher one`,
		mend: `Write revision: ${recorded}, or a higher one where the meaning changed.`,
	}),
	'register-behind': ({ ids }: { ids: number }) => ({
		found: `${count(ids, 'id')} that content/ids.yaml does not have in this revision`,
		expected: 'the register to hold every permanent id',
		mend: 'When they are final, run npm run check -- --record.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

/** The ids of the concepts whose files all parse. */
export function currentIds({ concepts }: ContentSource): CurrentIds<PermanentId> {
	const readable = concepts.filter(({ questions, prompts }) => questions && prompts);
	return new Map(readable.map((concept) => [concept.slug, [...permanentIdsOf(concept)]]));
}

/** The register under today's slugs; empty where there is none yet, undefined where it is not what it should be. */
export function knownIds(content: ContentSource): Register | undefined {
	if (!content.register?.exists) return {};
	const { data } = registerSchema.safeParse(content.register.value);
	const formerSlugs = content.concepts.flatMap(({ slug, frontmatter }) =>
		(frontmatter?.get('formerSlugs').texts ?? []).map((former): [string, string] => [former, slug]),
	);
	return data && renamed(data, new Map(formerSlugs));
}

export function* checkRegister(content: ContentSource): Generator<Problem> {
	if (content.register?.exists) yield* checkSchema(registerSchema, content.register);
	const known = knownIds(content);
	if (!known) return;
	const current = currentIds(content);
	for (const [slug, ids] of current) yield* checkConcept(slug, ids, known[slug] ?? {}, content);

	const folders = new Set(content.concepts.map(({ slug }) => slug));
	for (const [slug, entries] of Object.entries(known)) {
		if (folders.has(slug) || vanishedIds(entries, []).length === 0) continue;
		const place = content.register?.placeOfKey(slug);
		if (place) yield problem('slug-vanished', place, { slug });
	}
}

function* checkConcept(
	slug: string,
	ids: readonly PermanentId[],
	known: NonNullable<Register[string]>,
	content: ContentSource,
): Generator<Problem> {
	const ahead: PermanentId[] = [];
	for (const one of ids) {
		const { id, kind, revision, place } = one;
		const standing = standingOf(one, known[id]);
		if (standing === 'new' || standing === 'revised') ahead.push(one);
		if (standing === 'retired') yield problem('id-retired', place, { id });
		if (standing === 'changed') yield problem('id-changed', place, { slug, id, kind, revision });
		if (standing === 'lowered') {
			yield problem('revision-lowered', place, { id, revision, recorded: known[id]?.revision ?? revision });
		}
	}
	const [first] = ahead;
	if (first) yield problem('register-behind', first.place, { ids: ahead.length });

	const fresh = ahead.filter(({ id }) => !known[id]).map(({ id }) => id);
	for (const id of vanishedIds(known, ids)) {
		const entries = content.register?.get(slug);
		const place = entries?.placeOfKey(id);
		const kind = known[id]?.kind;
		if (place && kind) yield problem('id-vanished', place, { slug, id, kind, nearest: nearest(id, fresh) });
	}
}
