/** Backups: what goes out comes back, two merge into one, and a bad file changes nothing. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
	backupText,
	MOST_BYTES,
	merged,
	previewImport,
	readBackup,
	readBackupFile,
} from '../../../../src/recall/backups/backup.ts';
import { byStudyTime, type RecallEvent } from '../../../../src/recall/log/events.ts';
import { RecallError } from '../../../../src/recall/log/failures.ts';
import { defaultSettings } from '../../../../src/recall/log/settings.ts';
import type { Contents } from '../../../../src/recall/store/store.ts';
import { logs } from '../arbitraries.ts';
import { answerOf, eventAt, idOf, START, scheduler } from '../fixture.ts';

const contents: fc.Arbitrary<Contents> = fc.record({
	events: logs.map((log) => log.toSorted(byStudyTime)),
	sessions: fc
		.uniqueArray(
			fc.record({
				id: fc.constantFrom(idOf(201), idOf(202), idOf(203)),
				saved: fc.integer({ min: START, max: START + 3 }),
				// What would reach a prototype is dropped, as a test below says.
				data: fc
					.jsonValue()
					.filter((value) => !JSON.stringify(value).includes('"__proto__"'))
					.map((value) => JSON.parse(JSON.stringify(value)) as never),
			}),
			{ selector: ({ id }) => id },
		)
		.map((sessions) => sessions.toSorted((a, b) => a.saved - b.saved || (a.id < b.id ? -1 : 1))),
	settings: fc.record(
		{
			retention: fc.constantFrom(0.8, 0.9),
			dailyLimit: fc.integer({ min: 1, max: 3 }),
			grades: fc.constantFrom(2, 4),
			interview: fc.constantFrom(null, '2026-06-01'),
			changed: fc.constantFrom(0, START, START + 1),
			preparation: fc.option(
				fc.record({
					path: fc.constantFrom(null, 'ml-engineer'),
					concepts: fc.subarray(['pca', 'attention-mechanism']),
					level: fc.constantFrom('junior', 'staff'),
					minutes: fc.integer({ min: 15, max: 480 }),
					daysOff: fc.subarray([0, 5, 6]),
					datesOff: fc.subarray(['2026-05-05']),
				}),
			),
		},
		{ requiredKeys: ['retention', 'dailyLimit', 'grades', 'interview', 'changed'] },
	),
	setAside: fc.uniqueArray(fc.string(), { maxLength: 3 }).map((records) => records.toSorted()),
});

const text = (of: Contents): string => backupText(of, scheduler.identity, START);
const empty: Contents = { events: [], sessions: [], settings: defaultSettings, setAside: [] };

describe('whatever the history', () => {
	test('export then import is the identity', () => {
		fc.assert(
			fc.property(contents, (of) => {
				expect(readBackup(text(of))).toEqual({ ok: true, value: of });
			}),
		);
	});

	test('merging is idempotent, commutative and associative', () => {
		fc.assert(
			fc.property(contents, contents, contents, (a, b, c) => {
				expect(merged(a, a)).toEqual(a);
				expect(merged(a, b)).toEqual(merged(b, a));
				expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)));
			}),
		);
	});

	test('nothing of either is lost, and the preview counts what is new', () => {
		fc.assert(
			fc.property(contents, contents, (here, there) => {
				const both = merged(here, there);
				const ids = new Set(both.events.map(({ id }) => id));
				for (const { id } of [...here.events, ...there.events]) expect(ids.has(id)).toBe(true);
				const preview = previewImport(here, there);
				expect(preview.added).toBe(both.events.length - here.events.length);
				expect(preview.added + preview.known).toBe(there.events.length);
				expect(previewImport(both, there)).toMatchObject({ added: 0, sessions: 0, settings: false, setAside: 0 });
			}),
		);
	});
});

const note = '<img src=x onerror=alert(1)>"</script>';
const good: Contents = {
	...empty,
	events: [
		eventAt(START, idOf(1), { kind: 'review', ...answerOf('pca/axis', 3) }),
		eventAt(START + 1, idOf(2), { kind: 'flag', prompt: 'pca/axis', note }),
	],
	sessions: [{ id: idOf(3), saved: START, data: { html: note, deep: [[[null]]] } }],
};

/** The good backup with a change made to its parsed text. */
function changed(change: (file: Record<string, unknown> & { events: Record<string, unknown>[] }) => void): string {
	const file = JSON.parse(text(good));
	change(file);
	return JSON.stringify(file);
}

const first = (change: (event: Record<string, unknown>) => void): string =>
	changed(({ events }) => change(events[0] ?? {}));

describe('a bad file is refused, and it says why', () => {
	test.each([
		['one that was cut off', text(good).slice(0, -20), 'backup-unreadable', /cut off/],
		['an empty one', '', 'backup-unreadable', /cut off/],
		['another JSON', '{"cards":[]}', 'backup-unreadable', /not a Sixfold backup/],
		['no object', 'null', 'backup-unreadable', /not a Sixfold backup/],
		['a future version', changed((file) => Object.assign(file, { formatVersion: 3 })), 'backup-newer', /newer version/],
		['no events', changed((file) => Reflect.deleteProperty(file, 'events')), 'backup-unreadable', /at events/],
		[
			'NaN, which JSON writes as null',
			first((event) => Object.assign(event, { time: Number.NaN })),
			'backup-unreadable',
			/at events\[0\]\.time/,
		],
		[
			'a number without end',
			text(good).replace(/"rating":3/, '"rating":1e999'),
			'backup-unreadable',
			/at events\[0\]\.rating/,
		],
		[
			'the year 275760',
			first((event) => Object.assign(event, { time: 8.64e15 })),
			'backup-unreadable',
			/at events\[0\]\.time/,
		],
		[
			'a time before there were reviews',
			first((event) => Object.assign(event, { time: 0 })),
			'backup-unreadable',
			/at events\[0\]\.time/,
		],
		[
			'a study time out of the world',
			first((event) => Object.assign(event, { study: 1e300 })),
			'backup-unreadable',
			/at events\[0\]\.study/,
		],
		[
			'a rating of 5',
			first((event) => Object.assign(event, { rating: 5 })),
			'backup-unreadable',
			/at events\[0\]\.rating/,
		],
		[
			'an unknown kind',
			first((event) => Object.assign(event, { kind: 'cheat' })),
			'backup-unreadable',
			/at events\[0\]\.kind/,
		],
		[
			'an anchor that is none',
			first((event) => Object.assign(event, { kind: 'unmark', concept: 'pca', anchor: '#x' })),
			'backup-unreadable',
			/at events\[0\]/,
		],
		['a field too many', first((event) => Object.assign(event, { extra: 1 })), 'backup-unreadable', /at events\[0\]/],
		[
			'an id that is none',
			first((event) => Object.assign(event, { id: '7' })),
			'backup-unreadable',
			/at events\[0\]\.id/,
		],
		[
			'a prompt that is a path',
			first((event) => Object.assign(event, { prompt: '../../x' })),
			'backup-unreadable',
			/at events\[0\]\.prompt/,
		],
		[
			'a plan that cannot be kept to',
			changed((file) =>
				Object.assign(file, {
					settings: {
						...defaultSettings,
						preparation: {
							...{ path: null, concepts: [], level: 'mid', minutes: 60, datesOff: [] },
							daysOff: [0, 1, 2, 3, 4, 5, 6],
						},
					},
				}),
			),
			'backup-unreadable',
			/at settings/,
		],
		[
			'settings that cannot be used',
			changed((file) => Object.assign(file, { settings: { ...defaultSettings, retention: 3 } })),
			'backup-unreadable',
			/at settings/,
		],
		[
			'one id with two bodies',
			changed(({ events }) => void events.push({ ...events[0], rating: 1 })),
			'backup-conflict',
			/same id, 00000000-0000-4000-8000-000000000001/,
		],
	])('%s', (_, file, kind, message) => {
		const read = readBackup(file);
		expect(read).toMatchObject({ ok: false, failure: { kind } });
		if (read.ok) return;
		expect(read.failure.message).toMatch(message);
		expect(read.failure.message).toMatch(/Nothing was changed\.$/);
	});

	test('one of 300 MB is not even opened', async () => {
		const file = { size: 300_000_000, text: () => Promise.reject(new Error('opened')) };
		expect(await readBackupFile(file)).toMatchObject({ ok: false, failure: { kind: 'backup-too-large' } });
		expect(readBackup('x'.repeat(MOST_BYTES + 1))).toMatchObject({ failure: { kind: 'backup-too-large' } });
	});

	test('one of a million records that are no events is refused at the first', () => {
		const many = changed((file) => Object.assign(file, { events: new Array(1_000_000).fill(0) }));
		expect(readBackup(many)).toMatchObject({
			ok: false,
			failure: { message: expect.stringContaining('at events[0]') },
		});
	});

	test('one that is nested without end is refused before it is read', () => {
		const read = vi.spyOn(JSON, 'parse');
		for (const nested of ['['.repeat(3_000_000), `{"format":"sixfold-backup","events":${'[{"a":'.repeat(1_000_000)}`]) {
			expect(readBackup(nested)).toMatchObject({ ok: false, failure: { kind: 'backup-unreadable' } });
		}
		expect(read).not.toHaveBeenCalled();
		read.mockRestore();
	});

	test('one that the browser cannot read', async () => {
		const file = { size: 10, text: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };
		expect(await readBackupFile(file)).toMatchObject({ ok: false, failure: { kind: 'backup-unreadable' } });
	});
});

describe('a file that is odd but whole', () => {
	test('may hold HTML, which stays text', () => {
		expect(readBackup(text(good))).toEqual({ ok: true, value: good });
	});

	test.each([
		['in the file', text(good).replace('{', '{"__proto__":{"polluted":true},')],
		['in an event', text(good).replace('{"kind"', '{"__proto__":{"polluted":true},"kind"')],
		['in a drill', text(good).replace('{"html"', '{"__proto__":{"polluted":true},"html"')],
		['in the settings', text(good).replace('{"retention"', '{"__proto__":{"polluted":true},"retention"')],
	])('cannot change what objects are, by __proto__ %s', (_, file) => {
		expect(file).toContain('__proto__');
		const read = readBackup(file);
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
		if (!read.ok) return;
		const reached = JSON.stringify([read.value.events, read.value.settings]);
		expect(reached).not.toContain('polluted');
		for (const { data } of read.value.sessions) expect((data as { polluted?: boolean }).polluted).toBeUndefined();
	});

	test('may be of the version before', () => {
		expect(readBackup(changed((file) => Object.assign(file, { formatVersion: 1 })))).toEqual({ ok: true, value: good });
	});

	test('may hold marks that a page before took for damage', () => {
		const mark = eventAt(START + 2, idOf(4), { kind: 'mark', concept: 'pca', anchor: 'q-why', title: 'Why?', note });
		const old = { ...good, setAside: [JSON.stringify(mark), '{"kind":"mark"}', JSON.stringify(good.events[0])] };
		expect(readBackup(text(old))).toEqual({
			ok: true,
			value: { ...good, events: [...good.events, mark], setAside: ['{"kind":"mark"}', JSON.stringify(good.events[0])] },
		});
	});

	test('may name the same event twice', () => {
		const twice = changed(({ events }) => void events.push({ ...events[0] }));
		expect(readBackup(twice)).toEqual({ ok: true, value: good });
	});
});

test('an entry that was changed in one of two devices stops the merge', () => {
	const [entry] = good.events;
	const other: Contents = { ...good, events: [{ ...entry, rating: 1 } as RecallEvent] };
	expect(() => merged(good, other)).toThrow(RecallError);
});
