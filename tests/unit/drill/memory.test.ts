import { beforeEach, expect, test, vi } from 'vitest';
import { begin } from '../../../src/drill/session.ts';
import { request, someQuestions } from './planFixture.ts';

const drill = (id: string, at: number) =>
	begin({ id, kind: 'drill', request: request() }, someQuestions.slice(0, 1), at);
const [first, second, third] = [drill('a', 1), drill('b', 2), drill('c', 3)];

const waiting = new Map([first, second, third].map((session) => [session.id, session]));
const history = new Map<string, unknown>();
const full = { message: 'There is no room left.' };
let refuses = (_id: string): boolean => false;

vi.mock('../../../src/drill/current.ts', () => ({
	handedOver: () => [...waiting.values()],
	taken: ({ id }: { id: string }) => waiting.delete(id),
}));
vi.mock('../../../src/recall/index.ts', async (original) => ({
	...(await original<object>()),
	openRecall: async () => ({
		ok: true,
		value: {
			saveSession: async (id: string, data: unknown) => {
				if (refuses(id)) return { ok: false, failure: full };
				history.set(id, data);
				return { ok: true, value: undefined };
			},
			deleteSession: async () => ({ ok: false, failure: full }),
			sessions: async () => ({ ok: true, value: [...history].map(([id, data]) => ({ id, data })) }),
		},
	}),
}));

const { deleteSession, keptSessions, takeFinished } = await import('../../../src/drill/memory.ts');

beforeEach(() => history.clear());

test('a drill that cannot be taken into the history keeps no other from it, and is shown all the same', async () => {
	refuses = (id) => id === first.id;
	expect(await takeFinished()).toBe(full.message);
	expect([[...waiting.keys()], [...history.keys()]]).toEqual([['a'], ['b', 'c']]);
	expect(await keptSessions({})).toEqual({ sessions: [third, second, first], problem: full.message });
	refuses = () => false;
	expect(await keptSessions({})).toEqual({ sessions: [third, second, first], problem: undefined });
	expect(waiting.size).toBe(0);
});

test('what the history cannot do is thrown in its own words', async () => {
	await expect(deleteSession('a')).rejects.toThrow(expect.objectContaining({ forReader: true, message: full.message }));
});
