/** How a prompt stands with a reader, and what they can do with it. */
import { expect, test } from 'vitest';
import type { PromptEvent } from '../../../../src/recall/log/events.ts';
import { defaultSettings } from '../../../../src/recall/log/settings.ts';
import { dayOf } from '../../../../src/recall/log/studyDay.ts';
import { cardOf } from '../../../../src/recall/schedule/card.ts';
import { targetOn } from '../../../../src/recall/schedule/due.ts';
import { actions, isOpenTo, statusOf } from '../../../../src/recall/schedule/status.ts';
import { answerOf, eventAt, idOf, START, scheduler } from '../fixture.ts';

type Loose = Parameters<typeof eventAt>[2];
const cardAfter = (...events: Loose[]) =>
	cardOf(
		events.map((event, index) => eventAt(START + index, idOf(index + 1), event) as PromptEvent),
		scheduler,
	);
const prompt = 'pca/axis';
const day = dayOf(START - 4 * 3_600_000);
const asking = { day, target: targetOn(day, defaultSettings), scheduler };
const open = (card: ReturnType<typeof cardAfter>) => actions.filter((action) => isOpenTo(action, card));

test('a prompt that was never added, or only answered in a drill, is outside', () => {
	expect(statusOf(undefined, 1, asking)).toEqual({ kind: 'outside' });
	expect(statusOf(cardAfter({ kind: 'review', ...answerOf(prompt, 3) }), 1, asking)).toEqual({ kind: 'outside' });
	expect(open(undefined)).toEqual(['add']);
});

test('one that was added is due, then waits, and comes back suspended or anew', () => {
	const enrol: Loose = { kind: 'enrol', prompt, revision: 1 };
	const review: Loose = { kind: 'review', ...answerOf(prompt, 3) };
	const added = cardAfter(enrol);
	expect(statusOf(added, 1, asking)).toEqual({ kind: 'due' });
	expect(open(added)).toEqual(['suspend']);
	const waiting = cardAfter(enrol, review);
	expect(statusOf(waiting, 1, asking)).toMatchObject({ kind: 'waiting', from: expect.any(Number) });
	expect(open(waiting)).toEqual(['suspend', 'reset']);
	expect(statusOf(waiting, 2, asking)).toEqual({ kind: 'due' });
	const suspended = cardAfter(enrol, review, { kind: 'suspend', prompt });
	expect(statusOf(suspended, 1, asking)).toEqual({ kind: 'suspended' });
	expect(open(suspended)).toEqual(['resume', 'reset']);
	expect(open(cardAfter(enrol, review, { kind: 'reset', prompt }))).toEqual(['suspend']);
});
