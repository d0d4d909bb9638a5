/** Requests that come at random to a few servers with one queue: how long a call takes, and a page that waits for many. */

import { uniform } from '../../ground/uniform.ts';
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { number } from '../parts/settings.ts';
import { count, fixed, said } from '../parts/words.ts';

/** Loads and calls at most. */
export const MOST = 105;
export const CALLS = 100;
/** Service times that one run lasts. */
export const SPAN = 240;
/** Draws of which the means are near those of theory at most loads. */
const DRAWS = 10;

const settings = {
	load: number(10, MOST, 1, 80),
	servers: number(1, 16, 1, 1),
	service: number(1, 50, 1, 10),
	calls: number(1, CALLS, 1, 10),
};

/** What a call takes at some load, in mean service times. */
interface Times {
	readonly mean: number;
	readonly p99: number;
	/** The median of the slowest of the page's calls. */
	readonly page: number;
	/** The chance to find all servers busy. */
	readonly waits: number;
}

/** By Erlang's formula: arrivals and service times are exponential. */
function timesAt(load: number, servers: number, calls: number): Times {
	const offered = (servers * load) / 100;
	let lost = 1;
	for (let busy = 1; busy <= servers; busy++) lost = (offered * lost) / (busy + offered * lost);
	const waits = lost / (1 - (load / 100) * (1 - lost));
	/** How fast a queue empties, in services. */
	const drain = servers - offered;
	/** That a call takes longer than so many service times. */
	const longer = (time: number): number => {
		const served = Math.exp(-time);
		const both =
			Math.abs(drain - 1) < 1e-6 ? (1 + time) * served : (drain * served - Math.exp(-drain * time)) / (drain - 1);
		return (1 - waits) * served + waits * both;
	};
	const quantile = (share: number): number => {
		let [low, high] = [0, 1e4];
		for (let at = 0; at < 50; at++) {
			const middle = (low + high) / 2;
			if (longer(middle) > share) low = middle;
			else high = middle;
		}
		return low;
	};
	return { waits, mean: 1 + waits / drain, p99: quantile(0.01), page: quantile(1 - 0.5 ** (1 / calls)) };
}

/** One run that begins empty: requests inside at every second service time. */
function runOf(load: number, servers: number): number[] {
	const next = uniform(DRAWS);
	const gap = (): number => -Math.log(1 - next());
	const free: number[] = Array(servers).fill(0);
	const inside: number[] = Array(SPAN / 2 + 1).fill(0);
	for (let clock = 0; clock < SPAN; ) {
		clock += (gap() * 100) / (servers * load);
		const first = free.indexOf(Math.min(...free));
		const end = Math.max(clock, free[first] ?? 0) + gap();
		free[first] = end;
		for (let at = Math.ceil(clock / 2); at < inside.length && 2 * at < end; at++) inside[at] = (inside[at] ?? 0) + 1;
	}
	return inside;
}

/** That one of so many calls is among the slowest hundredth. */
export const chanceOf = (calls: number): number => 1 - 0.99 ** calls;

/** All that one state of the figure shows; times in ms. */
export interface Shown {
	readonly load: number;
	readonly servers: number;
	readonly service: number;
	readonly calls: number;
	/** The load as a share. */
	readonly busy: number;
	/** Requests a second: that come, and that come more than can be served. */
	readonly arrivals: number;
	readonly excess: number;
	/** Undefined where no queue settles. */
	readonly now: Times | undefined;
	readonly mean: number;
	readonly wait: number;
	readonly p99: number;
	readonly page: number;
	/** Mean number of requests inside, by Little's law. */
	readonly inside: number;
	readonly chance: number;
	/** The mean with a single server, equally busy. */
	readonly alone: number;
	readonly run: readonly number[];
	/** The most that were seen inside in that run. */
	readonly most: number;
	readonly curves: readonly (Times & { readonly at: number })[];
}

const percent = (share: number): string => `${fixed(100 * share, share < 0.1 ? 1 : 0)}%`;
const ms = (time: number): string => `${said(time)} ms`;

export const model = figureModel({
	settings,
	compute: ({ load, servers, service, calls }): Shown => {
		const now = load < 100 ? timesAt(load, servers, calls) : undefined;
		const arrivals = (10 * servers * load) / service;
		const run = runOf(load, servers);
		const { mean, p99, page } = now ?? { mean: 0, p99: 0, page: 0 };
		return {
			...{ load, servers, service, calls, arrivals, now, run },
			most: Math.max(...run),
			busy: load / 100,
			excess: Math.max(0, arrivals - (1000 * servers) / service),
			mean: mean * service,
			wait: now ? (mean - 1) * service : 0,
			p99: p99 * service,
			page: page * service,
			inside: (arrivals * mean * service) / 1000,
			chance: chanceOf(calls),
			alone: now ? service / (1 - load / 100) : 0,
			curves: [...Array.from({ length: 45 }, (_, at) => 10 + 2 * at), 99, 99.9].map((at) => ({
				at,
				...timesAt(at, servers, calls),
			})),
		};
	},
	builtIn:
		'Requests come independently, service times are exponential with the mean that you set, all servers share one queue, and nobody gives up. Times are those of a load that has lasted; the run begins empty, by draws that were chosen to be typical. The calls of a page are independent.',
	name: ({ load, servers }) => `Time of a call at ${load}% load on ${count(servers, 'server')}`,
	finding: ({ load, now, mean, p99, service }) =>
		now
			? `At ${load}% load a call of ${ms(service)} takes ${ms(mean)} on average, and one in a hundred more than ${ms(p99)}.`
			: `At ${load}% load the queue never settles, however long one waits.`,
	caption: ({ now, excess, calls, chance, page, wait, inside, most }) =>
		now
			? `${ms(wait)} of it is waiting; ${fixed(inside, 1)} requests are inside, in the run at most ${most}. A page of ${count(calls, 'call')} meets one of the slowest hundredth with a chance of ${percent(chance)}, and half of such pages take more than ${ms(page)}.`
			: `${said(excess)} requests more come each second than can be served. The run gets to ${most} inside.`,
	description: ({ curves, servers, calls, service, chance, most }) =>
		`Time over load for ${count(servers, 'server')}: ${curves
			.filter(({ at }) => [50, 80, 90, 98].includes(at))
			.map(
				(one) =>
					`at ${one.at}% mean ${ms(one.mean * service)}, p99 ${ms(one.p99 * service)}, page ${ms(one.page * service)}`,
			)
			.join(
				'; ',
			)}. One run, from 0 to ${most} inside. Then the chance of a slow call, which rises with the calls of a page: ${percent(chance)} at ${calls}.`,
	readings: ({ arrivals, now, mean, p99, page, calls, chance }) => [
		{ name: 'Arrivals', value: said(arrivals), note: 'a second' },
		{ name: 'Mean', value: now ? ms(mean) : 'none' },
		{ name: 'p99', value: now ? ms(p99) : 'none' },
		{ name: 'Page, median', value: now ? ms(page) : 'none', note: `of ${count(calls, 'call')}` },
		{ name: 'Slow call', value: percent(chance) },
	],
	table: ({ curves, service, load, servers }) => ({
		caption: `Time by load, ${count(servers, 'server')}`,
		columns: ['Load', 'All busy', 'Mean', 'p99', 'Page, median'],
		rows: curves
			.filter(({ at }) => at % 10 === 0 || at > 90)
			.map(({ at, waits, mean, p99, page }) => [
				`${at}%`,
				percent(waits),
				...[mean, p99, page].map((time) => ms(time * service)),
			]),
		...(load % 10 === 0 && load < 100 ? { current: load / 10 - 1 } : {}),
	}),
	presets: [
		{
			name: 'Half busy',
			values: { load: 50 },
			lesson: ({ mean, service }) =>
				`A call takes ${ms(mean)}, twice its service of ${service}. There is room for a peak.`,
		},
		{
			name: '95% busy',
			values: { load: 95 },
			lesson: ({ mean, service, p99 }) =>
				`With so little idle time a call of ${service} takes ${ms(mean)} on average, and one in a hundred more than ${ms(p99)}. The server’s time is well used, that of its users is not.`,
		},
		{
			name: 'Eight servers, one queue',
			values: { servers: 8 },
			lesson: ({ mean, alone, now, load }) =>
				`Each is as busy as before, yet the mean falls from ${ms(alone)} to ${ms(mean)}: at ${load}% load all are busy for ${percent(now?.waits ?? 0)} of the arrivals only.`,
		},
		{
			name: 'A page of 100 calls',
			values: { load: 50, calls: CALLS },
			lesson: ({ chance, calls, page, p99 }) =>
				`With ${calls} calls, ${percent(chance)} of pages meet one of the slowest hundredth. Their slowest call takes ${ms(page)} in the median, and ${ms(p99)} is where that hundredth begins: the tail of a call is the middle of a page.`,
		},
		{
			name: 'One of four fails',
			values: { servers: 3, load: 104 },
			lesson: ({ load, excess, servers }) =>
				`Four servers carried this with ease. One is lost, and ${servers} get ${load}% of what they can do: ${said(excess)} requests a second pile up.`,
		},
	],
});

/** The same from the chain of states: with `n` inside, `n` or all servers work. */
function byChain({ load, servers, service }: Shown) {
	const offered = (servers * load) / 100;
	let [weight, total, inside, busy] = [1, 0, 0, 0];
	for (let n = 0; n < 5000; n++) {
		if (n) weight *= offered / Math.min(n, servers);
		total += weight;
		inside += n * weight;
		if (n >= servers) busy += weight;
	}
	return { inside: inside / total, waits: busy / total, mean: (inside / total / offered) * service };
}

/** That a call takes longer, by adding up over its service. */
function longerBySum(time: number, { load, servers, service }: Shown, waits: number): number {
	const [steps, limit] = [20_000, time / service];
	const drain = servers * (1 - load / 100);
	let sum = 0;
	for (let at = 0; at < steps; at++) {
		const served = ((at + 0.5) / steps) * limit;
		sum += Math.exp(-served) * waits * Math.exp(-drain * (limit - served));
	}
	return Math.exp(-limit) + (sum * limit) / steps;
}

/** The same run as a queue of events: who has come, who is served, who waits. */
function mostByEvents({ load, servers, run }: Shown): number {
	const next = uniform(DRAWS);
	const gap = (): number => -Math.log(1 - next());
	let [arrival, most] = [0, 0];
	let coming: { at: number; takes: number }[] = [];
	while (arrival < SPAN) {
		arrival += (gap() * 100) / (servers * load);
		coming.push({ at: arrival, takes: gap() });
	}
	let served: number[] = [];
	let waiting: number[] = [];
	for (let tick = 0; tick < run.length; tick++) {
		for (;;) {
			const leaves = Math.min(...served, Number.POSITIVE_INFINITY);
			const [one] = coming;
			const event = Math.min(leaves, one?.at ?? Number.POSITIVE_INFINITY);
			if (event > 2 * tick) break;
			if (one && one.at < leaves) {
				coming = coming.slice(1);
				if (served.length < servers) served.push(one.at + one.takes);
				else waiting.push(one.takes);
				continue;
			}
			served = served.filter((end) => end !== leaves);
			const [takes] = waiting;
			waiting = waiting.slice(1);
			if (takes !== undefined) served.push(leaves + takes);
		}
		most = Math.max(most, served.length + waiting.length);
	}
	return most;
}

export const checks: FigureChecks<Shown> = {
	lessons: {
		'Half busy': ({ load, servers, mean, service }) =>
			load === 50 && servers === 1 && Math.abs(mean - 2 * service) < 1e-6,
		'95% busy': ({ load, servers, mean, service }) => load === 95 && servers === 1 && mean > 19 * service,
		'Eight servers, one queue': ({ servers, mean, alone, now }) =>
			servers === 8 && mean < alone / 3 && now !== undefined && now.waits < 0.5,
		'A page of 100 calls': ({ calls, chance, page, p99 }) =>
			calls === 100 && chance > 0.63 && chance < 0.64 && page > p99 && page < 1.2 * p99,
		'One of four fails': ({ servers, load, excess }) =>
			servers === 3 && excess > 0 && Math.abs((load * servers) / 4 - 78) < 1e-9,
	},
	comparisons: (shown) => {
		const { now, mean, p99, page, calls, inside, chance, excess, arrivals, servers, service, load, most } = shown;
		const none = (1 - 0.01) ** calls;
		const seen = mostByEvents(shown);
		const always = [
			nearly('chance of a slow call', chance, -Math.expm1(calls * Math.log1p(-0.01))),
			nearly('most inside', most, seen, 1e-9, 1),
			nearly('all fast', 1 - chance, none),
			nearly('excess', excess, Math.max(0, (arrivals * (load - 100)) / load), 1e-9, servers / service),
		];
		if (!now) return always;
		const chain = byChain(shown);
		return [
			...always,
			nearly('mean, from the chain', mean, chain.mean, 1e-6),
			nearly('inside, from the chain', inside, chain.inside, 1e-6),
			nearly('all busy, from the chain', now.waits, chain.waits, 1e-6),
			nearly('beyond p99', longerBySum(p99, shown, chain.waits), 0.01, 1e-3),
			nearly('page within its median', (1 - longerBySum(page, shown, chain.waits)) ** calls, 0.5, 1e-3),
		];
	},
};
