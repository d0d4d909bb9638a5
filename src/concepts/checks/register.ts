/** The content against the register of permanent ids: nothing vanishes, and nothing changes without a decision. */
import { count } from '../../ground/words.ts';
import { nearest } from '../nearest.ts';
import { type UnnamedPart, unnamedParts } from '../partIds.ts';
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import type { ConceptSource, ContentSource } from '../reading/content.ts';
import type { Place } from '../reading/place.ts';
import type { YamlEntry } from '../reading/yaml.ts';
import { type ConceptIds, emptyRegister, idStateOf, vanishedIds } from '../register.ts';
import { register as registerSchema } from '../schema/register.ts';
import type { Check, ConceptCheck } from './check.ts';
import { type PermanentId, permanentIdsOf } from './permanentIds.ts';
import { checkSchema } from './schema.ts';

const kinds = {
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
		found: `the concept ${slug}, of which only ids.yaml is left`,
		expected: 'a slug to stay for good, because its address is permanent',
		mend: `Bring it back; or move ids.yaml into the folder that has its questions now and name ${slug} in formerSlugs there; or run npm run check -- --retire ${slug}.`,
	}),
	'slug-forgotten': ({ former, isTaken }: { former: string; isTaken: boolean }) => ({
		found: `${former} in ids.yaml as a slug of this concept`,
		expected: 'formerSlugs to name it, because readers have its address and a history under it',
		mend: isTaken
			? `If this ids.yaml was copied from ${former}, delete it.`
			: `Name the folder ${former} again, or write formerSlugs: [${former}].`,
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
		found: `${count(ids, 'id')} that ids.yaml does not have in this revision`,
		expected: 'the register to hold every permanent id',
		mend: 'When they are final, run npm run check -- --record.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

/** A concept's ids beside what its register knows; undefined where one of the two cannot be told, because a file is missing or broken. */
export function idsOf(concept: ConceptSource): ConceptIds<PermanentId> | undefined {
	if (!concept.isGone && !(concept.questions && concept.prompts)) return undefined;
	if (concept.files.has('ids.yaml') && !concept.register) return undefined;
	const known = concept.register ? registerSchema.safeParse(concept.register.value).data : emptyRegister;
	return known && { slug: concept.slug, known, current: [...permanentIdsOf(concept)] };
}

const checkRegister: ConceptCheck = function* (concept, content) {
	if (concept.register) yield* checkSchema(registerSchema, concept.register);
	const ids = idsOf(concept);
	if (!ids) return;
	const { slug, known, current } = ids;
	const formerSlugs = concept.frontmatter?.get('formerSlugs').texts ?? [];
	for (const entry of concept.register?.get('slugs').items ?? []) {
		const former = entry.text;
		if (former === undefined || former === slug || formerSlugs.includes(former)) continue;
		yield problem('slug-forgotten', entry.place, {
			former,
			isTaken: content.names.bySlug.has(former),
		});
	}
	const ahead: PermanentId[] = [];
	for (const one of current) {
		const { id, kind, revision, place } = one;
		const state = idStateOf(one, known.ids[id]);
		if (state === 'new' || state === 'revised') ahead.push(one);
		if (state === 'retired') yield problem('id-retired', place, { id });
		if (state === 'changed') yield problem('id-changed', place, { slug, id, kind, revision });
		if (state === 'lowered') {
			yield problem('revision-lowered', place, { id, revision, recorded: known.ids[id]?.revision ?? revision });
		}
	}
	const unnamed = unnamedParts(concept.questions?.value);
	const place = ahead[0]?.place ?? (unnamed[0] && placeOf(concept.questions, unnamed[0].path));
	// Until a draft is published nobody has a history under its ids.
	if (place && !concept.isDraft) yield problem('register-behind', place, { ids: ahead.length + unnamed.length });

	const fresh = ahead.filter(({ id }) => !known.ids[id]).map(({ id }) => id);
	const entries = concept.register?.get('ids');
	const vanished = new Set(vanishedIds(known, current));
	for (const id of vanished) {
		// What belongs to a question goes with it.
		if (id.includes('/') && vanished.has(id.slice(0, id.indexOf('/')))) continue;
		const kind = known.ids[id]?.kind;
		if (entries && kind) {
			yield problem('id-vanished', entries.placeOfKey(id), { slug, id, kind, nearest: nearest(id, fresh) });
		}
	}
};

/** Concepts that are gone, and were not retired. */
function* checkGone({ gone }: ContentSource): Generator<Problem> {
	for (const concept of gone) {
		if (concept.register) yield* checkSchema(registerSchema, concept.register);
		if (!concept.register?.get('retired').exists) {
			yield problem('slug-vanished', { file: concept.pathOf('ids.yaml'), line: 1 }, { slug: concept.slug });
		}
	}
}

function placeOf(questions: YamlEntry | undefined, path: UnnamedPart['path']): Place | undefined {
	return path.reduce((entry: YamlEntry | undefined, step) => entry?.get(step), questions)?.place;
}

export const check = { kinds, among: [checkRegister], site: [checkGone] } satisfies Check;
