/** A few slots and a row of requests: what each policy keeps, what it throws out, and what the best choice would have hit. */
import { exactly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number, text } from '../parts/settings.ts';
import { count, fixed } from '../parts/words.ts';

/** Requests that a picture has room for. */
export const MOST = 24;

const policies = ['LRU', 'LFU', 'FIFO', 'CLOCK'] as const;
type Policy = (typeof policies)[number];

const settings = {
	step: number(0, MOST, 1, 12),
	policy: choice(policies, 'LRU'),
	size: number(1, 5, 1, 3),
	requests: text(MOST, 'ACBAEBABDCEB'),
};

/** What a slot holds. */
interface Entry {
	readonly key: string;
	/** Requests at which it came, and at which it was last asked for; counted from 1. */
	readonly came: number;
	readonly used: number;
	/** How often it was asked for since it came. */
	readonly uses: number;
	/** The bit of CLOCK: asked for since the hand last passed. */
	readonly bit: number;
}

interface Outcome {
	readonly hit: boolean;
	readonly victim?: string | undefined;
}

interface Played {
	/** From the last to leave to the first. */
	readonly kept: readonly Entry[];
	readonly outcomes: readonly Outcome[];
}

/** Runs the requests through so many slots. */
function play(policy: Policy, size: number, requests: readonly string[]): Played {
	let kept: Entry[] = [];
	const outcomes = requests.map((key, index): Outcome => {
		const at = index + 1;
		const place = kept.findIndex((entry) => entry.key === key);
		const found = kept[place];
		let victim: string | undefined;
		if (found) {
			const asked = { ...found, used: at, uses: found.uses + 1, bit: 1 };
			if (policy === 'LRU') kept = [asked, ...kept.filter((entry) => entry !== found)];
			else kept[place] = asked;
		} else if (size > 0) {
			if (kept.length === size) {
				// Each asked for since the hand's last visit gets a second chance.
				while (policy === 'CLOCK' && kept.at(-1)?.bit) kept = [{ ...(kept.pop() as Entry), bit: 0 }, ...kept];
				victim = kept.pop()?.key;
			}
			kept = [{ key, came: at, used: at, uses: 1, bit: 0 }, ...kept];
		}
		if (policy === 'LFU') kept.sort((one, other) => other.uses - one.uses || other.used - one.used);
		return { hit: found !== undefined, victim };
	});
	return { kept, outcomes };
}

const hitsOf = (outcomes: readonly Outcome[]): number => outcomes.filter(({ hit }) => hit).length;

/** Hits of Belady's choice: the key leaves whose next request is furthest away. */
function best(size: number, requests: readonly string[]): number {
	const kept = new Set<string>();
	let hits = 0;
	requests.forEach((key, at) => {
		if (kept.has(key)) hits++;
		else if (kept.size === size) {
			const next = (other: string): number => (requests.indexOf(other, at) + MOST + 1) % (MOST + 1);
			// What is never asked for again stands at -1, which comes out furthest.
			kept.delete([...kept].reduce((one, other) => (next(other) > next(one) ? other : one)));
		}
		kept.add(key);
	});
	return hits;
}

/** Whom the policy would throw out now, if a new key came. */
function nextToLeave(policy: Policy, kept: readonly Entry[]): string | undefined {
	return (policy === 'CLOCK' ? kept.findLast(({ bit }) => !bit) : undefined)?.key ?? kept.at(-1)?.key;
}

/** All that one state of the figure shows. */
export interface Shown {
	readonly policy: Policy;
	readonly size: number;
	/** All requests, how many of them have come, and the last of those. */
	readonly requests: readonly string[];
	readonly step: number;
	readonly key: string;
	readonly outcomes: readonly Outcome[];
	readonly kept: readonly Entry[];
	readonly next: string | undefined;
	readonly hits: number;
	readonly misses: number;
	/** Hits so far of each policy, of the best choice, and of this policy with one slot less. */
	readonly all: Readonly<Record<Policy, number>>;
	readonly best: number;
	readonly fewer: number;
	readonly missesOfFewer: number;
	readonly lru: number;
	readonly lfu: number;
}

/** What is remembered of an entry, in a few characters. */
export function noteOf({ policy, step }: Shown, { came, used, uses, bit }: Entry): string {
	if (policy === 'LRU') return used === step ? 'now' : `${step - used} ago`;
	if (policy === 'LFU') return count(uses, 'use');
	return policy === 'FIFO' ? `came ${came}` : `bit ${bit}`;
}

const orders: Readonly<Record<Policy, string>> = {
	LRU: 'from the latest use to the oldest',
	LFU: 'from the most uses to the fewest',
	FIFO: 'from the latest arrival to the first',
	CLOCK: 'from the last that the hand will visit to the next',
};

/** What the present step does. */
export function eventOf({ step, key, outcomes }: Shown): string {
	if (step === 0) return 'nothing asked yet';
	const { hit, victim } = outcomes[step - 1] ?? { hit: false };
	if (hit) return `${key} is a hit`;
	return victim === undefined ? `${key} is a miss, and kept` : `${key} is a miss, ${victim} leaves`;
}

/** The same beside the stepper, where there is room for a few words. */
export function outcomeOf({ step, outcomes }: Shown): string {
	const { hit, victim } = outcomes[step - 1] ?? {};
	return hit === undefined ? 'all empty' : hit ? 'hit' : victim === undefined ? 'miss' : `miss, ${victim} out`;
}

const ratio = (hits: number, step: number): string => (step ? `${fixed((100 * hits) / step, 0)}%` : 'none yet');

export const model = figureModel({
	settings,
	compute: ({ step: wanted, policy, size, requests: typed }): Shown => {
		const requests = [...typed.toUpperCase()].filter((key) => /[\p{L}\p{N}]/u.test(key)).slice(0, MOST);
		const step = Math.min(wanted, requests.length);
		const soFar = requests.slice(0, step);
		const { kept, outcomes } = play(policy, size, soFar);
		const ofPolicy = (one: Policy): number => hitsOf(play(one, size, soFar).outcomes);
		const all = { LRU: ofPolicy('LRU'), LFU: ofPolicy('LFU'), FIFO: ofPolicy('FIFO'), CLOCK: ofPolicy('CLOCK') };
		const fewer = hitsOf(play(policy, size - 1, soFar).outcomes);
		return {
			...{ policy, size, requests, step, outcomes, kept, all, fewer },
			key: soFar.at(-1) ?? '',
			next: kept.length === size ? nextToLeave(policy, kept) : undefined,
			hits: all[policy],
			misses: step - all[policy],
			best: best(size, soFar),
			missesOfFewer: step - fewer,
			lru: all.LRU,
			lfu: all.LFU,
		};
	},
	builtIn:
		'Every miss brings its key in, all keys take one slot, and none expires. LFU counts from the arrival on, forgets the count of what left, and among equals drops the least recently used. A new key starts with its CLOCK bit at 0. Best is Belady’s choice for the requests so far, made by knowing them all.',
	name: ({ policy, size, step }) => `${policy} in ${count(size, 'slot')}, after ${count(step, 'request')}`,
	finding: (shown) => {
		const { step, policy, hits, best: most } = shown;
		if (step === 0) return 'All slots are empty, so the first request misses under any policy.';
		return `${eventOf(shown)}: ${policy} has ${count(hits, 'hit')} in ${count(step, 'request')}, where ${most} could be had.`;
	},
	caption: ({ policy, kept, size, next }) =>
		`The slots stand ${orders[policy]}; ${kept.length} of ${size} hold a key, never more.${next ? ` If a new key came now, ${next} would leave.` : ''}`,
	description: (shown) =>
		`A row of requests, ${shown.requests.join(' ') || 'none'}, of which ${shown.step} have come: ${shown.outcomes.map(({ hit }) => (hit ? 'hit' : 'miss')).join(', ') || 'none'}. Beneath, ${count(shown.size, 'slot')}, ${orders[shown.policy]}: ${shown.kept.map((entry) => `${entry.key} (${noteOf(shown, entry)})`).join(', ') || 'empty'}. Then bars with the hits so far: ${policies.map((one) => `${one} ${shown.all[one]}`).join(', ')}, best ${shown.best}.`,
	readings: ({ step, hits, misses, best: most }) => [
		{ name: 'Hits', value: hits, note: `of ${step}` },
		{ name: 'Misses', value: misses },
		{ name: 'Hit ratio', value: ratio(hits, step), note: `best ${ratio(most, step)}` },
	],
	table: ({ all, best: most, step, policy, size }) => ({
		caption: `Hits of each policy in ${count(size, 'slot')}, after ${count(step, 'request')}`,
		columns: ['Policy', 'Hits', 'Misses', 'Hit ratio'],
		rows: [
			...policies.map((one) => [one, all[one], step - all[one], ratio(all[one], step)]),
			['Best', most, step - most, ratio(most, step)],
		],
		current: policies.indexOf(policy),
	}),
	presets: [
		{
			name: 'A loop one too large',
			values: { requests: 'ABCD'.repeat(6), step: MOST },
			lesson: ({ size, hits, best: most, step }) =>
				`Four keys in turn and ${count(size, 'slot')}: LRU always throws out the very key that comes next, and has ${count(hits, 'hit')} in ${step}. Whoever knew the loop would have ${most}.`,
		},
		{
			name: 'One slot more',
			values: { requests: 'ABCD'.repeat(6), step: MOST, size: 4 },
			lesson: ({ hits, step, fewer }) =>
				`The loop fits: ${hits} of ${step} hit, where one slot less had ${fewer}. A hit ratio can fall off an edge.`,
		},
		{
			name: 'A scan',
			values: { requests: 'ABABABCDEFGHABABAB', step: MOST },
			lesson: ({ lru, lfu }) =>
				`Six keys that nobody asks for twice push A and B out of LRU, ${count(lru, 'hit')}. LFU lets the scan go through one slot and has ${lfu}.`,
		},
		{
			name: 'Yesterday’s favorites',
			values: { requests: 'AAAABBBBCDCDCDCDCDCD', step: MOST, policy: 'LFU' },
			lesson: ({ lru, lfu }) =>
				`A and B are never asked for again, but their counts hold two slots; C and D throw each other out. LFU has ${count(lfu, 'hit')}, LRU ${lru}.`,
		},
		{
			name: 'More slots, more misses',
			values: { requests: '123412512345', step: MOST, policy: 'FIFO', size: 4 },
			lesson: ({ size, misses, missesOfFewer }) =>
				`FIFO in ${count(size, 'slot')} misses ${misses} times, and in one less ${missesOfFewer}: Belady’s anomaly. LRU cannot do that.`,
		},
	],
});

/** Hits of a policy that throws out the smallest by a score, every key looked at anew. */
function hitsByScore(policy: Policy, size: number, requests: readonly string[]): number {
	const kept = new Map<string, { came: number; used: number; uses: number }>();
	let hits = 0;
	requests.forEach((key, at) => {
		const entry = kept.get(key);
		if (entry) {
			hits++;
			kept.set(key, { ...entry, used: at, uses: entry.uses + 1 });
			return;
		}
		if (kept.size === size) {
			const score = ({ came, used, uses }: { came: number; used: number; uses: number }): number =>
				policy === 'FIFO' ? came : policy === 'LFU' ? uses * 1000 + used : used;
			const least = Math.min(...[...kept.values()].map(score));
			for (const [other, values] of kept) if (score(values) === least) kept.delete(other);
		}
		kept.set(key, { came: at, used: at, uses: 1 });
	});
	return hits;
}

/** CLOCK as it is built: an array that stays in place, and a hand that turns. */
function hitsByHand(size: number, requests: readonly string[]): number {
	const slots: { key: string; bit: number }[] = [];
	let [hand, hits] = [0, 0];
	for (const key of requests) {
		const slot = slots.find((one) => one.key === key);
		if (slot) {
			hits++;
			slot.bit = 1;
		} else if (slots.length < size) slots.push({ key, bit: 0 });
		else {
			for (let at = slots[hand]; at?.bit; at = slots[hand]) {
				at.bit = 0;
				hand = (hand + 1) % size;
			}
			slots[hand] = { key, bit: 0 };
			hand = (hand + 1) % size;
		}
	}
	return hits;
}

/** The most hits, as the most spans between two requests of one key that can be bridged with the slots that the key between leaves free. */
function mostBridged(size: number, requests: readonly string[]): number {
	const spans = requests.flatMap((key, to) => {
		const from = requests.lastIndexOf(key, to - 1);
		return to > 0 && from >= 0 ? [[from, to] as const] : [];
	});
	const load = requests.map(() => 0);
	let bridged = 0;
	// By their ends, and taken wherever they fit: the greedy choice is the best for spans.
	for (const [from, to] of spans) {
		const between = load.slice(from + 1, to);
		if (between.some((held) => held >= size - 1)) continue;
		for (let at = from + 1; at < to; at++) load[at] = (load[at] ?? 0) + 1;
		bridged++;
	}
	return bridged;
}

export const checks: FigureChecks<Shown> = {
	lessons: {
		'A loop one too large': ({ policy, size, hits, best: most, requests, step }) =>
			policy === 'LRU' && new Set(requests).size === 4 && size === 3 && step === MOST && hits === 0 && most > 10,
		'One slot more': ({ hits, fewer, step }) => fewer === 0 && hits === step - 4,
		'A scan': ({ lru, lfu, policy, next, requests }) =>
			policy === 'LRU' && lfu > lru && next !== undefined && new Set(requests.slice(6, 12)).size === 6,
		'Yesterday’s favorites': ({ lru, lfu, kept, step }) =>
			lfu < lru && ['A', 'B'].every((key) => kept.some((entry) => entry.key === key && entry.used < step - 10)),
		'More slots, more misses': ({ policy, misses, missesOfFewer }) => policy === 'FIFO' && misses > missesOfFewer,
	},
	comparisons: ({ requests, step, size, all, best: most, fewer, policy }) => {
		const soFar = requests.slice(0, step);
		// A request hits in LRU when fewer keys than slots were asked for since its last.
		const near = soFar.filter((key, at) => {
			const before = at > 0 ? soFar.lastIndexOf(key, at - 1) : -1;
			return before >= 0 && new Set(soFar.slice(before + 1, at)).size < size;
		}).length;
		return [
			exactly('LRU, by distances', all.LRU, near),
			exactly('LFU, by scores', all.LFU, hitsByScore('LFU', size, soFar)),
			exactly('FIFO, by scores', all.FIFO, hitsByScore('FIFO', size, soFar)),
			exactly('CLOCK, by a hand', all.CLOCK, hitsByHand(size, soFar)),
			exactly('best, by spans', most, mostBridged(size, soFar)),
			...(size > 1 && policy === 'FIFO'
				? [exactly('FIFO with one less', fewer, hitsByScore('FIFO', size - 1, soFar))]
				: []),
		];
	},
};
