/** The content against the register of permanent ids: nothing vanishes, and nothing changes without a decision. */
import { nearest } from '../nearest.ts';
import { type Problem, problem } from '../problems.ts';
import type { ContentSource } from '../reading/content.ts';
import { type CurrentIds, renamed, standingOf, vanishedIds } from '../register.ts';
import { type Register, register as registerSchema } from '../schema/register.ts';
import { type PermanentId, permanentIdsOf } from './permanentIds.ts';
import { checkSchema } from './schema.ts';

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
