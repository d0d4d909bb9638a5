/** Keys on nodes that come and go: by remainder, on a ring or in ranges, and which of them each change moves. */

import { uniform } from '../../ground/uniform.ts';
import { exactly, nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number, text } from '../parts/settings.ts';
import { count, fixed, said } from '../parts/words.ts';

/** Keys that are placed, and of how many one is drawn. */
export const KEYS = 2000;
export const EVERY = 40;
/** Changes that are read of a reader's text. */
const MOST = 12;
const FIRST = 'ABCD';
const ALL = 'ABCDEFGH';
/** Of the requests, the share that the newest tenth of the keys draws, and the share of the hot key. */
const NEWEST = 0.8;
const HOT = 0.5;
const HOT_KEY = 1234;

export type Method = 'Mod n' | 'Ring' | 'Ranges';
type Traffic = 'Even' | 'Newest keys' | 'One hot key';

/** A number in [0, 1) for each whole number, always the same. */
const hash = (of: number): number => uniform(Math.imul(of, 0x9e3779b1))();
const hashes = Array.from({ length: KEYS }, (_, key) => hash(key + 1));

/** Where a key lies around the circle: by its hash, or by its order. */
export const placeOf = (method: Method, key: number): number => (method === 'Ranges' ? key / KEYS : (hashes[key] ?? 0));

/** Nodes after a change, by their letters, and the one that came or left. */
interface Change {
	readonly nodes: string;
	readonly node: string;
}

/** `+` a new node, `+B` that node, `-B` without it; what cannot be done is passed over. The nodes at first stand before all. */
export function readChanges(written: string): readonly Change[] {
	const changes: Change[] = [{ nodes: FIRST, node: '' }];
	for (const [, sign, letter] of written.toUpperCase().matchAll(/([-−+])([A-H]?)/g)) {
		const { nodes } = changes.at(-1) as Change;
		const node = letter || [...ALL].find((one) => !nodes.includes(one)) || 'A';
		const there = nodes.includes(node);
		if (changes.length > MOST || there === (sign === '+') || (there && !letter) || nodes === node) continue;
		changes.push({ node, nodes: there ? nodes.replace(node, '') : nodes + node });
	}
	return changes;
}

/** A part of the circle that belongs to a node. */
export interface Arc {
	readonly from: number;
	readonly to: number;
	readonly node: string;
}

/** Back from each point to the one before it; the first arc begins behind the last point. */
export function ringOf(nodes: string, points: number): readonly Arc[] {
	const sorted = [...nodes]
		.flatMap((node) =>
			Array.from({ length: points }, (_, at) => ({ node, to: hash(5000 + 100 * ALL.indexOf(node) + at) })),
		)
		.sort((a, b) => a.to - b.to);
	return sorted.map((point, at) => ({ ...point, from: sorted.at(at - 1)?.to ?? 0 }));
}

/** How often each key is asked for, all together 1. */
function weightsOf(traffic: Traffic): readonly number[] {
	const [share, isChosen] =
		traffic === 'Newest keys'
			? [NEWEST, (key: number) => key >= 0.9 * KEYS]
			: [traffic === 'Even' ? 1 / KEYS : HOT, (key: number) => key === HOT_KEY];
	const chosen = hashes.filter((_, key) => isChosen(key)).length;
	return hashes.map((_, key) => (isChosen(key) ? share / chosen : (1 - share) / (KEYS - chosen)));
}

/** The ranges after each change: the one with most requests is cut in two, or a neighbor takes over. */
function rangesAfter(changes: readonly Change[], weights: readonly number[]): readonly Arc[] {
	let ranges: readonly Arc[] = [...FIRST].map((node, at) => ({ from: at / 4, to: (at + 1) / 4, node }));
	for (const { node, nodes } of changes.slice(1)) {
		if (nodes.includes(node)) {
			const loads = ranges.map(({ from, to }) =>
				weights.slice(Math.ceil(from * KEYS), Math.ceil(to * KEYS)).reduce((sum, one) => sum + one, 0),
			);
			const hottest = loads.indexOf(Math.max(...loads));
			ranges = ranges.flatMap((range, at) => {
				const middle = (range.from + range.to) / 2;
				return at === hottest
					? [
							{ ...range, to: middle },
							{ from: middle, to: range.to, node },
						]
					: [range];
			});
		} else {
			const rest = ranges.filter((range) => range.node !== node);
			ranges = rest.map((range, at) => ({ ...range, from: at ? range.from : 0, to: rest[at + 1]?.from ?? 1 }));
		}
	}
	return ranges;
}

/** Who holds each key. */
function ownersOf(method: Method, nodes: string, arcs: readonly Arc[]): readonly string[] {
	return hashes.map((hashed, key) => {
		if (method === 'Mod n') return nodes[Math.floor(hashed * 2 ** 32) % nodes.length] ?? '';
		const place = placeOf(method, key);
		let [low, high] = [0, arcs.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((arcs[middle]?.to ?? 1) > place) high = middle;
			else low = middle + 1;
		}
		return (arcs[low] ?? arcs[0])?.node ?? '';
	});
}

const settings = {
	step: number(0, MOST, 1, 1),
	method: choice(['Mod n', 'Ring', 'Ranges'], 'Ring'),
	points: number(1, 64, 1, 8),
	traffic: choice(['Even', 'Newest keys', 'One hot key'], 'Even'),
	changes: text(40, '+ + -B +B + +'),
};

/** All that one state of the figure shows. */
export interface Shown {
	readonly method: Method;
	readonly traffic: Traffic;
	readonly points: number;
	/** Changes that there are, and that are done. */
	readonly last: number;
	readonly step: number;
	readonly nodes: string;
	readonly n: number;
	readonly before: number;
	/** The node that came or left, and whether it came. */
	readonly node: string;
	readonly joined: boolean;
	readonly arcs: readonly Arc[];
	/** The arcs of the changed node, of before the change if it left. */
	readonly changed: readonly Arc[];
	readonly owners: readonly string[];
	readonly moves: readonly boolean[];
	/** Share of the keys that this change moved, and how many of these between nodes that were there before and are after it. */
	readonly moved: number;
	readonly strays: number;
	/** The share that has to move: what the node that left held, or an even share for a new one. */
	readonly least: number;
	/** By node: keys, and share of requests. */
	readonly held: readonly number[];
	readonly loads: readonly number[];
	readonly busiest: string;
	readonly top: number;
	readonly even: number;
}

const percent = (share: number): string => `${fixed(100 * share, 1)}%`;

/** "E joins" */
export const eventOf = ({ step, node, joined }: Shown): string =>
	step ? `${node} ${joined ? 'joins' : 'leaves'}` : 'no change yet';

export const model = figureModel({
	settings,
	compute: ({ step: asked, method, points, traffic, changes: written }): Shown => {
		const changes = readChanges(written);
		const last = changes.length - 1;
		const step = Math.min(asked, last);
		const weights = weightsOf(traffic);
		const at = (done: number) => {
			const { nodes } = changes[done] as Change;
			const arcs =
				method === 'Ring'
					? ringOf(nodes, points)
					: method === 'Ranges'
						? rangesAfter(changes.slice(0, done + 1), weights)
						: [];
			return { nodes, arcs, owners: ownersOf(method, nodes, arcs) };
		};
		const [now, old] = [at(step), at(Math.max(step - 1, 0))];
		const { nodes, owners } = now;
		const node = changes[step]?.node ?? '';
		const joined = nodes.includes(node);
		const moves = owners.map((owner, key) => owner !== old.owners[key]);
		const held = [...nodes].map((one) => owners.filter((owner) => owner === one).length);
		const loads = [...nodes].map((one) =>
			owners.reduce((sum, owner, key) => sum + (owner === one ? (weights[key] ?? 0) : 0), 0),
		);
		const top = Math.max(...loads);
		return {
			...{ method, traffic, points, last, step, node, joined, moves, held, loads, top, ...now },
			n: nodes.length,
			before: old.nodes.length,
			changed: (joined ? now : old).arcs.filter((arc) => arc.node === node),
			moved: moves.filter(Boolean).length / KEYS,
			strays: owners.filter((owner, key) => moves[key] && owner !== node && old.owners[key] !== node).length,
			least: joined ? 1 / nodes.length : old.owners.filter((owner) => owner === node).length / KEYS,
			busiest: nodes[loads.indexOf(top)] ?? '',
			even: 1 / nodes.length,
		};
	},
	builtIn: `Of ${said(KEYS)} keys one in ${EVERY} is drawn. Newest keys: the last tenth draws ${percent(NEWEST)} of requests; one hot key draws ${percent(HOT)}. A new node halves the range with most requests; a range without a node goes to a neighbor.`,
	name: ({ method, n }) => `${count(n, 'node')}, ${method.toLowerCase()}`,
	finding: (shown) =>
		shown.step
			? `${eventOf(shown)}: ${percent(shown.moved)} of the keys move, ${shown.strays ? `${shown.strays.toLocaleString('en-US')} keys` : 'none'} between nodes that stay.`
			: `${count(shown.n, 'node')} hold ${said(KEYS)} keys.`,
	caption: ({ busiest, top, even }) =>
		`${busiest} is the busiest, with ${percent(top)} of requests; an even share is ${percent(even)}.`,
	description: ({ method, nodes, loads, moved }) =>
		`A circle of keys ${method === 'Ranges' ? 'in their order, opened at the top' : 'by hash'}; filled ones have just moved, ${percent(moved)} of all. Requests by node: ${[...nodes].map((node, at) => `${node} ${percent(loads[at] ?? 0)}`).join(', ')}.`,
	readings: ({ step, joined, moved, least, strays, busiest, top, even }) => [
		{
			name: 'Moved',
			value: percent(moved),
			note: step ? `${joined ? 'even share' : 'it held'} ${percent(least)}` : '',
		},
		{
			name: 'Stayers keep their keys',
			value: strays ? 'broken' : 'holds',
			note: strays ? `${strays.toLocaleString('en-US')} changed hands` : '',
		},
		{ name: 'Busiest node', value: `${busiest}, ${percent(top)}`, note: `${fixed(top / even, 2)} times an even share` },
	],
	table: ({ nodes, held, loads, busiest }) => ({
		caption: 'Keys and requests by node',
		columns: ['Node', 'Keys', 'Requests'],
		rows: [...nodes].map((node, at) => [node, held[at] ?? 0, percent(loads[at] ?? 0)]),
		current: nodes.indexOf(busiest),
	}),
	presets: [
		{
			name: 'Mod n',
			values: { method: 'Mod n' },
			lesson: ({ before, n, moved, even }) =>
				`From ${before} to ${n} nodes moves ${percent(moved)} of the keys, though ${percent(even)} would do.`,
		},
		{
			name: 'One point each',
			values: { points: 1, step: 0 },
			lesson: ({ busiest, top, even }) =>
				`Four random cuts: ${busiest} has ${percent(top)} of the circle, ${percent(even)} would be even.`,
		},
		{
			name: 'Many points',
			values: { points: 64, step: 0 },
			lesson: ({ points, busiest, top }) => `With ${points} points each, ${busiest}, the busiest, has ${percent(top)}.`,
		},
		{
			name: 'Ranges, newest keys',
			values: { method: 'Ranges', traffic: 'Newest keys', step: 2 },
			lesson: ({ n, busiest, top }) =>
				`Of ${n} nodes ${busiest} takes ${percent(top)} of requests: new keys all fall into the last range.`,
		},
		{
			name: 'One hot key',
			values: { traffic: 'One hot key', points: 64, step: 6 },
			lesson: ({ n, busiest, top }) =>
				`With ${n} nodes ${busiest} still takes ${percent(top)}: a key lives on one node, whatever the method.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		'Mod n': ({ method, before, n, moved, even }) =>
			method === 'Mod n' && n === before + 1 && moved > 0.7 && moved > 3 * even,
		'One point each': ({ points, step, n, top, even }) => points === 1 && step === 0 && n === 4 && top > 1.5 * even,
		'Many points': ({ points, top, even }) => points === 64 && top < 1.3 * even,
		'Ranges, newest keys': ({ method, traffic, nodes, busiest, arcs, top, n }) =>
			method === 'Ranges' &&
			traffic === 'Newest keys' &&
			arcs.at(-1)?.node === busiest &&
			top > 3 / n &&
			nodes.length > 4,
		'One hot key': ({ traffic, owners, busiest, top, n }) =>
			traffic === 'One hot key' && n > 6 && top > HOT && owners[HOT_KEY] === busiest,
	},
	comparisons: (shown) => {
		const { method, nodes, points, arcs, owners, held, loads, top, even, moved, strays, before, n, step, least } =
			shown;
		const total = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0);
		const nearest = (place: number): string => {
			let [best, owner] = [2, ''];
			for (const letter of nodes)
				for (let at = 0; at < points; at++) {
					const away = (hash(5000 + 100 * ALL.indexOf(letter) + at) - place + 1) % 1;
					if (away < best) [best, owner] = [away, letter];
				}
			return owner;
		};
		const drawn = owners.filter((_, key) => key % EVERY === 0);
		const lengths = [...nodes].map((node) =>
			arcs.filter((arc) => arc.node === node).reduce((sum, { from, to }) => sum + ((to - from + 1) % 1 || 1), 0),
		);
		return [
			exactly('keys held', total(held), KEYS),
			nearly('requests, all together', total(loads), 1),
			exactly('the busiest has no less than an even share', Math.max(top, even - 1e-12), top),
			...(method === 'Ring'
				? [
						exactly(
							'nodes nearest clockwise',
							drawn.filter((owner, at) => owner === nearest(placeOf(method, at * EVERY))).length,
							drawn.length,
						),
						exactly('keys that changed hands between stayers', strays, 0),
						// A share is estimated by 2,000 keys: three standard errors and a little.
						...held.map((keys, at) => nearly(`arcs of ${nodes[at]}`, keys / KEYS, lengths[at] ?? 0, 0.04, 1)),
					]
				: []),
			...(method === 'Ranges'
				? held.map((keys, at) => nearly(`range of ${nodes[at]}`, keys / KEYS, lengths[at] ?? 0, 1 / KEYS, 1))
				: []),
			// Of n times n ± 1 remainders in turn, the smaller number stays, where the list of nodes only grows at its end.
			...(step > 0 && method === 'Mod n' && n > before
				? [nearly('keys that move by remainder', moved, 1 - before / (before * n), 0.05, 1)]
				: []),
			...(step > 0 && method !== 'Mod n' && n < before ? [exactly('moved is what the node held', moved, least)] : []),
		];
	},
};
