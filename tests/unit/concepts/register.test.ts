import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
	type CurrentId,
	type CurrentIds,
	hashOf,
	idleDecisions,
	recorded,
	renamed,
	standingOf,
	vanishedIds,
	writeRegister,
} from '../../../src/concepts/register.ts';
import { type IdKind, idKind, type Register, register } from '../../../src/concepts/schema/register.ts';

const day = '2026-06-01';
const undecided = { retire: [], sameMeaning: [] };

const current = (...ids: Partial<CurrentId>[]): CurrentIds =>
	new Map([['pca', ids.map((id) => ({ id: 'why', kind: 'prompt', revision: 1, text: 'Why?', ...id }) as CurrentId)]]);
const known = recorded({}, current({}), undecided, day);
const standing = (id: Partial<CurrentId>, register: Register = known): string => {
	const [one] = current(id).get('pca') ?? [];
	return one ? standingOf(one, register.pca?.[one.id]) : '';
};

const slug = fc.constantFrom('pca', 'rag', 'lora', 'e5');
const anyId: fc.Arbitrary<CurrentId> = fc.record({
	id: fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,4})?$/),
	kind: fc.constantFrom<IdKind>(...idKind.options),
	revision: fc.integer({ min: 1, max: 5 }),
	text: fc.string(),
});
const anyIds: fc.Arbitrary<CurrentIds> = fc
	.array(fc.tuple(slug, fc.uniqueArray(anyId, { selector: ({ id }) => id })), { maxLength: 4 })
	.map((entries) => new Map(entries));

describe('the standing of an id', () => {
	it.each([
		['known', {}],
		['known', { text: '  Why?\n' }],
		['new', { id: 'how' }],
		['revised', { revision: 2, text: 'How?' }],
		['changed', { text: 'How?' }],
	])('is %s for %j', (expected, id) => {
		expect(standing(id)).toBe(expected);
	});

	it('is lowered when the register knows a higher revision', () => {
		expect(standing({}, recorded({}, current({ revision: 3 }), undecided, day))).toBe('lowered');
	});

	it('is retired for good', () => {
		const retired = recorded(known, current(), { ...undecided, retire: ['pca/why'] }, day);
		expect(retired.pca?.why?.retired).toBe(day);
		expect(standing({ revision: 9 }, retired)).toBe('retired');
	});
});

describe('recording', () => {
	it('leaves what needs a decision as it was', () => {
		expect(recorded(known, current({ text: 'How?' }), undecided, day)).toEqual(known);
		expect(recorded(known, current(), undecided, day)).toEqual(known);
	});

	it('takes a new text for the same meaning when told so', () => {
		const decided = recorded(known, current({ text: 'How?' }), { ...undecided, sameMeaning: ['pca/why'] }, day);
		expect(standing({ text: 'How?' }, decided)).toBe('known');
	});

	it('retires all of a concept by its slug', () => {
		const gone = recorded(known, new Map(), { ...undecided, retire: ['pca'] }, day);
		expect(vanishedIds(gone.pca ?? {}, [])).toEqual([]);
	});

	it('makes everything known that no one has to decide about', () => {
		fc.assert(
			fc.property(anyIds, (ids) => {
				const register = recorded({}, ids, undecided, day);
				for (const [concept, list] of ids) {
					for (const one of list) expect(standingOf(one, register[concept]?.[one.id])).toBe('known');
					expect(vanishedIds(register[concept] ?? {}, list)).toEqual([]);
				}
				expect(recorded(register, ids, undecided, day)).toEqual(register);
			}),
		);
	});

	it('forgets no id, whatever becomes of the content', () => {
		fc.assert(
			fc.property(anyIds, anyIds, fc.boolean(), (before, after, retire) => {
				const register = recorded({}, before, undecided, day);
				const decisions = { ...undecided, retire: retire ? Object.keys(register) : [] };
				const next = recorded(register, after, decisions, day);
				for (const [concept, entries] of Object.entries(register)) {
					expect(Object.keys(next[concept] ?? {})).toEqual(expect.arrayContaining(Object.keys(entries)));
				}
			}),
		);
	});
});

describe('decisions that decide nothing', () => {
	it('are told', () => {
		const decisions = { retire: ['pca/why', 'pca/how', 'rag'], sameMeaning: ['pca/why'] };
		expect(idleDecisions(known, current({}), decisions)).toEqual(['pca/why', 'pca/how', 'rag', 'pca/why']);
		expect(idleDecisions(known, current(), { retire: ['pca'], sameMeaning: [] })).toEqual([]);
		expect(idleDecisions(known, current({ text: 'How?' }), { retire: [], sameMeaning: ['pca/why'] })).toEqual([]);
	});
});

describe('the register as a file', () => {
	it('reads back as it was written', () => {
		fc.assert(
			fc.property(anyIds, (ids) => {
				const written = recorded({}, ids, undecided, day);
				const filled = Object.entries(written).filter(([, entries]) => Object.keys(entries).length > 0);
				expect(register.parse(parse(writeRegister(written)) ?? {})).toEqual(Object.fromEntries(filled));
			}),
		);
	});

	it('has a line an id, in alphabetical order', () => {
		const retired = recorded(known, current({ id: 'how' }), { ...undecided, retire: ['pca/why'] }, day);
		expect(writeRegister(retired).split('\n').slice(3)).toEqual([
			'pca:',
			`  how: { kind: prompt, revision: 1, hash: '${hashOf('Why?')}' }`,
			`  why: { kind: prompt, revision: 1, hash: '${hashOf('Why?')}', retired: 2026-06-01 }`,
			'',
		]);
	});

	it('follows a concept to its new slug', () => {
		expect(renamed(known, new Map([['pca', 'principal-components']]))).toEqual({ 'principal-components': known.pca });
	});
});
