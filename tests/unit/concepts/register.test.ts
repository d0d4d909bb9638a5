import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
	type ConceptIds,
	type CurrentId,
	emptyRegister,
	idleDecisions,
	idStateOf,
	recorded,
	textHash,
	vanishedIds,
	writeRegister,
} from '../../../src/concepts/register.ts';
import { type IdKind, idKind, type Register, register } from '../../../src/concepts/schema/register.ts';

const day = '2026-06-01';
const undecided = { retire: [], sameMeaning: [] };

const current = (...ids: Partial<CurrentId>[]): CurrentId[] =>
	ids.map((id) => ({ id: 'why', kind: 'prompt', revision: 1, text: 'Why?', ...id }) as CurrentId);
const pca = (known: Register, ...ids: Partial<CurrentId>[]): ConceptIds => ({
	slug: 'pca',
	known,
	current: current(...ids),
});
const known = recorded(pca(emptyRegister, {}), undecided, day);
const state = (id: Partial<CurrentId>, register: Register = known): string => {
	const [one] = current(id);
	return one ? idStateOf(one, register.ids[one.id]) : '';
};

const anyId: fc.Arbitrary<CurrentId> = fc.record({
	id: fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,4})?(\/[a-z0-9]{1,4})?$/),
	kind: fc.constantFrom<IdKind>(...idKind.options),
	revision: fc.integer({ min: 1, max: 5 }),
	text: fc.string(),
});
const anyIds: fc.Arbitrary<CurrentId[]> = fc.uniqueArray(anyId, { selector: ({ id }) => id });
const afresh = (ids: readonly CurrentId[]): Register =>
	recorded({ slug: 'pca', known: emptyRegister, current: ids }, undecided, day);

describe('the state of an id', () => {
	it.each([
		['known', {}],
		['known', { text: '  Why?\n' }],
		['new', { id: 'how' }],
		['revised', { revision: 2, text: 'How?' }],
		['changed', { text: 'How?' }],
	])('is %s for %j', (expected, id) => {
		expect(state(id)).toBe(expected);
	});

	it('is lowered when the register knows a higher revision', () => {
		expect(state({}, afresh(current({ revision: 3 })))).toBe('lowered');
	});

	it('is retired for good', () => {
		const retired = recorded(pca(known), { ...undecided, retire: ['pca/why'] }, day);
		expect(retired.ids.why?.retired).toBe(day);
		expect(state({ revision: 9 }, retired)).toBe('retired');
	});
});

describe('recording', () => {
	it('leaves what needs a decision as it was', () => {
		expect(recorded(pca(known, { text: 'How?' }), undecided, day)).toEqual(known);
		expect(recorded(pca(known), undecided, day)).toEqual(known);
	});

	it('takes a new text for the same meaning when told so', () => {
		const decided = recorded(pca(known, { text: 'How?' }), { ...undecided, sameMeaning: ['pca/why'] }, day);
		expect(state({ text: 'How?' }, decided)).toBe('known');
	});

	it('retires all of a concept by its slug', () => {
		const gone = recorded(pca(known), { ...undecided, retire: ['pca'] }, day);
		expect(vanishedIds(gone, [])).toEqual([]);
		expect(gone.retired).toBe(day);
	});

	it('retires the criteria and follow-ups of a question with it, and nothing beside', () => {
		const ids = [
			{ id: 'why', kind: 'question' },
			{ id: 'why/names-both', kind: 'criterion' },
			{ id: 'why/and-then', kind: 'follow-up' },
			{ id: 'why-not', kind: 'question' },
		] as const;
		const all = afresh(current(...ids));
		const gone = recorded(pca(all), { ...undecided, retire: ['pca/why'] }, day);
		expect(vanishedIds(gone, [])).toEqual(['why-not']);
	});

	it('puts a new slug before those that came before it', () => {
		const moved = recorded({ ...pca(known, {}), slug: 'principal-components' }, undecided, day);
		expect(moved).toEqual({ slugs: ['principal-components', 'pca'], ids: known.ids });
	});

	it('makes everything known that no one has to decide about', () => {
		fc.assert(
			fc.property(anyIds, (ids) => {
				const register = afresh(ids);
				for (const one of ids) expect(idStateOf(one, register.ids[one.id])).toBe('known');
				expect(vanishedIds(register, ids)).toEqual([]);
				expect(recorded({ slug: 'pca', known: register, current: ids }, undecided, day)).toEqual(register);
			}),
		);
	});

	it('forgets no id, whatever becomes of the content', () => {
		fc.assert(
			fc.property(anyIds, anyIds, fc.boolean(), (before, after, retire) => {
				const register = afresh(before);
				const decisions = { ...undecided, retire: retire ? ['pca'] : [] };
				const next = recorded({ slug: 'pca', known: register, current: after }, decisions, day);
				expect(Object.keys(next.ids)).toEqual(expect.arrayContaining(Object.keys(register.ids)));
			}),
		);
	});
});

describe('decisions that decide nothing', () => {
	it('are told', () => {
		const decisions = { retire: ['pca/why', 'pca/how', 'rag', 'pca'], sameMeaning: ['pca/why'] };
		expect(idleDecisions([pca(known, {})], decisions)).toEqual(['pca/why', 'pca/how', 'rag', 'pca', 'pca/why']);
		expect(idleDecisions([pca(known)], { retire: ['pca'], sameMeaning: [] })).toEqual([]);
		const changed = pca(known, { text: 'How?' });
		expect(idleDecisions([changed], { retire: [], sameMeaning: ['pca/why'] })).toEqual([]);
	});
});

describe('the register as a file', () => {
	it('reads back as it was written', () => {
		fc.assert(
			fc.property(anyIds, (ids) => {
				const written = afresh(ids);
				expect(register.parse(parse(writeRegister(written)))).toEqual(written);
			}),
		);
	});

	it('has a line an id, in alphabetical order', () => {
		const how = recorded(pca(known, { id: 'how' }), { ...undecided, retire: ['pca/why'] }, day);
		expect(writeRegister(how).split('\n').slice(2)).toEqual([
			'slugs: [pca]',
			'ids:',
			`  how: { kind: prompt, revision: 1, hash: '${textHash('Why?')}' }`,
			`  why: { kind: prompt, revision: 1, hash: '${textHash('Why?')}', retired: 2026-06-01 }`,
			'',
		]);
	});
});
