/** A B+ tree of small pages: keys go in one after another, full pages split, and a small memory holds the pages used last. */
import { exactly, nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number, text } from '../parts/settings.ts';
import { count, fixed } from '../parts/words.ts';

/** Keys that are inserted at most: more would not be read in the picture. */
export const MOST = 16;
/** The largest key, which two digits can write. */
export const LARGEST = 99;
/** A key is first looked up, then placed. */
const STAGES = 2;

const SHUFFLED = '42 17 88 63 5 29 71 54 96 11 35 80 48 24 67 91';
const RISING = SHUFFLED.split(' ')
	.sort((a, b) => Number(a) - Number(b))
	.join(' ');

const settings = {
	step: number(0, STAGES * MOST, 1, STAGES * MOST),
	room: number(3, 5, 1, 3),
	split: choice(['in the middle', 'full at the end'], 'in the middle'),
	buffer: number(1, 12, 1, 3),
	keys: text(80, SHUFFLED),
};

export interface Page {
	readonly id: number;
	readonly keys: readonly number[];
	/** Empty in a leaf; else one more than keys. */
	readonly below: readonly Page[];
}

/** What happened in one step, and what there is after it. */
interface Moment {
	readonly root: Page;
	/** Pages visited on the way down, of a search. */
	readonly path: readonly number[];
	/** Of them, those that had to be read. */
	readonly missed: readonly number[];
	/** Pages that splits made in this step, a new root among them. */
	readonly made: readonly number[];
	/** Pages that were split. */
	readonly split: readonly number[];
	readonly memory: readonly number[];
}

/** The keys as they are typed: whole numbers of two digits at most, each once. */
export function keysOf(typed: string): readonly number[] {
	const numbers = (typed.match(/\d+/g) ?? []).map(Number).filter((key) => key <= LARGEST);
	return [...new Set(numbers)].slice(0, MOST);
}

/** Which page below a separator leads to: keys equal to it are at its right. */
const childAt = (keys: readonly number[], key: number): number => keys.filter((one) => one <= key).length;

/** All steps from the empty tree on. */
function grow(keys: readonly number[], room: number, edge: boolean, buffer: number): readonly Moment[] {
	let root: Page = { id: 0, keys: [], below: [] };
	let next = 1;
	let memory: readonly number[] = [0];
	const touch = (id: number): void => {
		memory = [...memory.filter((one) => one !== id), id].slice(-buffer);
	};
	const moments: Moment[] = [{ root, path: [], missed: [], made: [], split: [], memory }];
	for (const key of keys) {
		const [path, missed]: [number[], number[]] = [[], []];
		for (let page: Page | undefined = root; page; page = page.below[childAt(page.keys, key)]) {
			path.push(page.id);
			if (!memory.includes(page.id)) missed.push(page.id);
			touch(page.id);
		}
		moments.push({ root, path, missed, made: [], split: [], memory });
		const [made, split]: [number[], number[]] = [[], []];
		const insert = (page: Page, last: boolean): readonly [page: Page, up?: number | undefined, right?: Page] => {
			const at = childAt(page.keys, key);
			let grown: Page = { ...page, keys: page.keys.toSpliced(at, 0, key) };
			if (page.below[at]) {
				const [child, up, right] = insert(page.below[at], last && at === page.keys.length);
				const below = page.below.toSpliced(at, 1, ...(right ? [child, right] : [child]));
				grown = { ...page, keys: up === undefined ? page.keys : page.keys.toSpliced(at, 0, up), below };
			}
			if (grown.keys.length <= room) return [grown];
			const leaf = grown.below.length === 0;
			const cut = leaf && edge && last ? room : Math.floor(grown.keys.length / 2);
			const right: Page = {
				id: next++,
				// A leaf keeps the separator, an inner page gives it up.
				keys: grown.keys.slice(leaf ? cut : cut + 1),
				below: grown.below.slice(cut + 1),
			};
			made.push(right.id);
			split.push(page.id);
			return [
				{ ...grown, keys: grown.keys.slice(0, cut), below: grown.below.slice(0, cut + 1) },
				grown.keys[cut],
				right,
			];
		};
		const [left, up, right] = insert(root, true);
		root = left;
		if (up !== undefined && right) {
			root = { id: next++, keys: [up], below: [left, right] };
			made.push(root.id);
		}
		for (const id of made) touch(id);
		moments.push({ root, path: [], missed: [], made, split, memory });
	}
	return moments;
}

/** All pages of a tree, level by level from the root. */
export function levelsOf(root: Page): readonly (readonly Page[])[] {
	const levels: Page[][] = [[root]];
	for (let last = levels[0] ?? []; last[0]?.below.length; last = levels.at(-1) ?? [])
		levels.push(last.flatMap(({ below }) => below));
	return levels;
}

/** All that one state of the figure shows. */
export interface Shown extends Moment {
	/** As it can be: no further than there are keys. */
	readonly step: number;
	readonly last: number;
	/** Keys to insert, and how many of them are in the tree. */
	readonly keys: readonly number[];
	readonly inserted: number;
	/** The key that the step is at. */
	readonly key: number | undefined;
	readonly searching: boolean;
	readonly levels: readonly (readonly Page[])[];
	readonly height: number;
	readonly leaves: number;
	/** Leaves once all keys are in: the picture keeps its measure while it grows. */
	readonly most: number;
	/** Share of the leaves' room that holds keys. */
	readonly full: number;
	readonly splits: number;
	/** So far: pages visited on the way down, and those of them that had to be read. */
	readonly visits: number;
	readonly reads: number;
	readonly room: number;
	readonly buffer: number;
	readonly edge: boolean;
	readonly grew: boolean;
	/** Keys in the leaf at the right end. */
	readonly newest: number;
	/** What holds, by its name. */
	readonly invariants: Readonly<Record<string, boolean>>;
}

/** Whether the keys of every page lie between the separators above it. */
function fenced({ keys, below }: Page, low: number, high: number): boolean {
	const edges = [low, ...keys, high];
	return (
		edges.every((edge, at) => at === 0 || (edges[at - 1] ?? 0) <= edge) &&
		keys.every((key) => key < high) &&
		below.every((page, at) => fenced(page, edges[at] ?? low, edges[at + 1] ?? high))
	);
}

function depths({ below }: Page): readonly number[] {
	return below.length ? below.flatMap((page) => depths(page).map((depth) => depth + 1)) : [1];
}

function invariantsOf(root: Page, levels: readonly (readonly Page[])[], room: number) {
	const chain = (levels.at(-1) ?? []).flatMap(({ keys }) => keys);
	return {
		'leaves in order': chain.every((key, at) => at === 0 || (chain[at - 1] ?? 0) < key),
		'separators right': fenced(root, 0, LARGEST + 1),
		'one depth': new Set(depths(root)).size === 1,
		// Of the slots of a leaf, of the ways down of an inner page; the root is free.
		'half full': levels
			.slice(1)
			.every((level) =>
				level.every(({ keys, below }) => (below.length ? below.length >= (room + 1) / 2 : keys.length >= room / 2)),
			),
	};
}

/** Names of what is broken, or undefined. */
const broken = (invariants: Shown['invariants']): string | undefined =>
	Object.entries(invariants)
		.filter(([, holds]) => !holds)
		.map(([name]) => name)
		.join(', ') || undefined;

export const percent = (share: number): string => `${fixed(share * 100, 0)}%`;

const pages = (amount: number): string => count(amount, 'page');

export const model = figureModel({
	settings,
	compute: ({ step: asked, room, split, buffer, keys: typed }): Shown => {
		const keys = keysOf(typed);
		const edge = split === 'full at the end';
		const moments = grow(keys, room, edge, buffer);
		const last = moments.length - 1;
		const step = Math.min(asked, last);
		const now = moments[step] as Moment;
		const levels = levelsOf(now.root);
		const leaves = levels.at(-1) ?? [];
		const inserted = Math.floor(step / STAGES);
		const so = moments.slice(0, step + 1);
		const key = step === 0 ? undefined : keys[Math.ceil(step / STAGES) - 1];
		return {
			...now,
			...{ step, last, keys, inserted, key, levels, room, buffer, edge },
			searching: step % STAGES === 1,
			height: levels.length,
			leaves: leaves.length,
			most: levelsOf((moments[last] as Moment).root).at(-1)?.length ?? 1,
			full: inserted / (room * leaves.length),
			splits: so.reduce((sum, moment) => sum + moment.split.length, 0),
			visits: so.reduce((sum, { path }) => sum + path.length, 0),
			reads: so.reduce((sum, { missed }) => sum + missed.length, 0),
			newest: leaves.at(-1)?.keys.length ?? 0,
			grew: now.made.includes(now.root.id),
			invariants: invariantsOf(now.root, levels, room),
		};
	},
	builtIn:
		'A page holds a few keys; real ones hold hundreds. Keys are unique. A page made by a split is in memory at once; the page used longest ago leaves first, and writing it back is not counted.',
	name: ({ inserted, height }) => `A B+ tree of ${count(inserted, 'key')} on ${count(height, 'level')}`,
	finding: ({ key, searching, path, missed, split, grew }) => {
		if (key === undefined) return 'The tree is one empty leaf.';
		if (searching)
			return `To place ${key}, ${pages(path.length)} must be visited, and ${missed.length} read from disk.`;
		if (split.length === 0) return `Key ${key} fits into its leaf; nothing above changes.`;
		return `Key ${key} splits ${pages(split.length)}${grew ? ', and the tree grows by a level, at the root' : ''}.`;
	},
	caption: ({ visits, reads, invariants }) =>
		`So far ${pages(visits)} visited on the way down, of which ${reads} had to be read. ${broken(invariants) ? `Broken: ${broken(invariants)}.` : 'All four invariants hold.'}`,
	description: ({ levels, memory }) =>
		`${levels.map((level, at) => `Level ${at + 1}: ${level.map(({ keys }) => `[${keys.join(' ')}]`).join(' ')}`).join('. ')}. ${pages(memory.length)} in memory; leaves are linked from left to right.`,
	readings: ({ height, full, leaves, splits, reads, visits, invariants }) => [
		{ name: 'Levels', value: height },
		{ name: 'Leaves', value: `${percent(full)} full`, note: count(leaves, 'leaf', 'leaves') },
		{ name: 'Splits', value: splits, note: 'so far' },
		{ name: 'Pages read', value: reads, note: `of ${count(visits, 'visit')}` },
		{ name: 'Invariants', value: broken(invariants) ? 'broken' : 'hold', note: broken(invariants) ?? '' },
	],
	table: ({ levels, memory }) => ({
		caption: 'The pages from the root down',
		columns: ['Page', 'Keys', 'Where'],
		rows: levels.flatMap((level, at) =>
			level.map(({ id, keys }, place) => [
				`Level ${at + 1}, page ${place + 1}`,
				keys.join(' ') || 'none',
				memory.includes(id) ? 'memory' : 'disk',
			]),
		),
	}),
	presets: [
		{
			name: 'Rising keys',
			values: { keys: RISING },
			lesson: ({ full, leaves, reads, visits }) =>
				`Every key goes to the right end, so of ${visits} visits only ${reads} read a page. But no key ever comes back to the left half of a split: ${leaves} leaves are ${percent(full)} full.`,
		},
		{
			name: 'Rising, and left full',
			values: { keys: RISING, split: 'full at the end' },
			lesson: ({ full, leaves, keys, newest }) =>
				`The last leaf is left full when it splits, and a new one begins: ${leaves} leaves for ${keys.length} keys, ${percent(full)} full. The newest leaf holds ${count(newest, 'key')}, less than half, which the textbook forbids and engines allow.`,
		},
		{
			name: 'All in memory',
			values: { buffer: 12 },
			lesson: ({ reads, visits, buffer }) =>
				`With room for ${buffer} pages the whole tree stays in memory, and of ${visits} visits ${reads} read from disk. Reads come once it outgrows memory.`,
		},
		{
			name: 'The root splits',
			values: { step: 8 },
			lesson: ({ key, room, height, root }) =>
				`The leaf held ${room} keys, and ${key} is one too many. It splits, a copy of ${root.keys[0]} goes up into a new root, and all leaves are now at level ${height}: the tree grows at the top.`,
		},
		{
			name: 'Larger pages',
			values: { room: 5 },
			lesson: ({ room, height, splits }) =>
				`With ${room} keys to a page the same keys need ${height} levels and ${splits} splits. The page decides the height.`,
		},
	],
});

/** Reads by another way: a visit reads a page if at least `buffer` others were used since it was used last. */
function readsByDistance(keys: readonly number[], room: number, edge: boolean, buffer: number, step: number): number {
	const uses: { readonly id: number; readonly visit: boolean }[] = [{ id: 0, visit: false }];
	for (const { path, made } of grow(keys, room, edge, buffer).slice(0, step + 1)) {
		for (const id of path) uses.push({ id, visit: true });
		for (const id of made) uses.push({ id, visit: false });
	}
	return uses.filter(({ id, visit }, at) => {
		const before = uses.findLastIndex((use, earlier) => earlier < at && use.id === id);
		return visit && new Set(uses.slice(before + 1, at).map((use) => use.id)).size >= buffer;
	}).length;
}

/** Leaves after so many rising keys. */
function leavesOfRising(amount: number, room: number, edge: boolean): number {
	if (edge) return Math.max(1, Math.ceil(amount / room));
	const kept = Math.floor((room + 1) / 2);
	return amount <= room ? 1 : 2 + Math.floor((amount - room - 1) / kept);
}

export const checks: FigureChecks<Shown> = {
	lessons: {
		'Rising keys': ({ keys, edge, full, reads, visits }) =>
			!edge && keys.every((key, at) => at === 0 || key > (keys[at - 1] ?? 0)) && full < 0.72 && reads < visits / 8,
		'Rising, and left full': ({ edge, levels, room, newest, invariants }) =>
			edge &&
			newest < room / 2 &&
			!invariants['half full'] &&
			(levels.at(-1) ?? []).slice(0, -1).every(({ keys }) => keys.length === room),
		'All in memory': ({ reads, visits }) => reads === 0 && visits > 20,
		'The root splits': ({ grew, made, height, root, levels }) =>
			grew && made.length === 2 && height === 2 && root.keys[0] === levels[1]?.[1]?.keys[0],
		'Larger pages': ({ room, height, splits }) => room === 5 && height === 2 && splits < 5,
	},
	comparisons: ({ keys, inserted, levels, leaves, full, splits, room, edge, buffer, step, reads, height }) => {
		const chain = (levels.at(-1) ?? []).flatMap((leaf) => leaf.keys);
		const shares = (levels.at(-1) ?? []).map((leaf) => leaf.keys.length / room);
		const all = levels.reduce((sum, level) => sum + level.length, 0);
		const rising = keys.every((key, at) => at === 0 || key > (keys[at - 1] ?? 0));
		const sorted = keys.slice(0, inserted).toSorted((a, b) => a - b);
		return [
			exactly('keys in the leaves', chain.length, inserted),
			exactly('keys out of place', sorted.filter((key, at) => key !== chain[at]).length, 0),
			nearly('fill', full, shares.reduce((a, b) => a + b, 0) / leaves, 1e-9, 1),
			// Each split makes one page, each new level another, and there was one at first.
			exactly('splits', splits, all - height),
			exactly('pages read', reads, readsByDistance(keys, room, edge, buffer, step)),
			...(rising ? [exactly('leaves of rising keys', leaves, leavesOfRising(inserted, room, edge))] : []),
		];
	},
};
