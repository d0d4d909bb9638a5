/**
 * Writes `src/styles/standIns.css`: local fonts that hold the place of the site's faces until these arrive. Lines must
 * break where they will break, so each stand-in is cut into groups of characters, and each group is scaled until its
 * advances are those of the face. Run it again when a font package changes: `node src/build/fonts/standIns.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import localFonts from './localFonts.json' with { type: 'json' };
import { advancesOf } from './openType.ts';

const require = createRequire(import.meta.url);

/** One style of a face, and the local font that stands in for it. */
interface StandIn {
	readonly family: string;
	readonly italic?: boolean;
	readonly weight?: number;
	/** The packaged file, and where on its axes this style lies. */
	readonly file: string;
	readonly axes: Readonly<Record<string, number>>;
	/** Names under which systems know the local font; all have the advances of the first. */
	readonly local: readonly (keyof typeof localFonts.advances | (string & {}))[];
	readonly groups: number;
	/** Advance of every digit in em where the site sets tabular figures. */
	readonly tabular?: number;
	/** Ascent and descent of the face in em. */
	readonly line: readonly [number, number];
}

const gelasio = { family: 'Gelasio fallback', line: [0.9277, 0.3418] } as const;
const roman = { ...gelasio, file: '@fontsource-variable/gelasio/files/gelasio-latin-wght-normal.woff2' };
const italic = { ...gelasio, italic: true, file: '@fontsource-variable/gelasio/files/gelasio-latin-wght-italic.woff2' };
const sans = {
	family: 'Instrument Sans fallback',
	line: [0.97, 0.25],
	tabular: 0.567,
	file: '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wdth-normal.woff2',
} as const;
const arial = ['Arial', 'Liberation Sans', 'Helvetica'];
const arialBold = ['Arial Bold', 'Liberation Sans Bold', 'Helvetica Bold'];

/** Gelasio has Georgia's advances, so Georgia needs no scaling and wins where it is present. */
const standIns: readonly StandIn[] = [
	{ ...roman, weight: 400, axes: { wght: 400 }, local: ['DejaVu Serif'], groups: 18 },
	{ ...roman, weight: 600, axes: { wght: 600 }, local: ['DejaVu Serif Bold'], groups: 3 },
	{ ...italic, axes: { wght: 400 }, local: ['DejaVu Serif Italic'], groups: 5 },
	{ ...sans, weight: 400, axes: { wght: 400, wdth: 92 }, local: arial, groups: 5 },
	{ ...sans, weight: 600, axes: { wght: 600, wdth: 92 }, local: arialBold, groups: 5 },
];

/** A character with the advances of both fonts and how often it occurs in a thousand. */
export interface Sample {
	readonly point: number;
	readonly advance: number;
	readonly local: number;
	readonly weight: number;
}

export interface Group {
	/** Factor by which the local font is scaled. */
	readonly scale: number;
	readonly points: readonly number[];
}

/** Splits characters into groups of one scale each, so that the squared error of all advances is least. */
export function groupsOf(samples: readonly Sample[], count: number): Group[] {
	const sorted = [...samples].sort((a, b) => a.advance / a.local - b.advance / b.local);
	const scaleOf = (items: readonly Sample[]) =>
		sum(items, ({ weight, advance, local }) => weight * advance * local) /
		sum(items, ({ weight, local }) => weight * local * local);
	const cost = (from: number, to: number) => {
		const items = sorted.slice(from, to);
		const scale = scaleOf(items);
		return sum(items, ({ weight, advance, local }) => weight * (advance - scale * local) ** 2);
	};
	// best[to] is the cheapest division of the first `to` characters into the groups so far, by its boundaries.
	let best = sorted.map((_, index) => ({ cost: cost(0, index + 1), bounds: [0] }));
	for (let group = 1; group < Math.min(count, sorted.length); group++) {
		best = best.map((only, last) =>
			best.slice(0, last).reduce((cheapest, before, index) => {
				const total = before.cost + cost(index + 1, last + 1);
				return total < cheapest.cost ? { cost: total, bounds: [...before.bounds, index + 1] } : cheapest;
			}, only),
		);
	}
	const bounds = best.at(-1)?.bounds ?? [];
	return bounds.map((from, index) => {
		const items = sorted.slice(from, bounds[index + 1]);
		return { scale: scaleOf(items), points: items.map(({ point }) => point).sort((a, b) => a - b) };
	});
}

/** `U+61-63,U+65`, as short as it can be: a range may run over characters that are in no group. */
export function rangeText(points: readonly number[], others: ReadonlySet<number>): string {
	const ranges: [number, number][] = [];
	for (const point of points) {
		const last = ranges.at(-1);
		const free =
			last && !Array.from({ length: point - last[1] - 1 }, (_, i) => last[1] + 1 + i).some((p) => others.has(p));
		if (last && free) last[1] = point;
		else ranges.push([point, point]);
	}
	const hex = (point: number) => point.toString(16).toUpperCase();
	return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ');
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
	return items.reduce((total, item) => total + value(item), 0);
}

const percent = (value: number) => `${Number((100 * value).toFixed(2))}%`;

async function rulesFor(standIn: StandIn): Promise<string> {
	const font = await subsetFont(await readFile(require.resolve(standIn.file)), localFonts.characters, {
		targetFormat: 'sfnt',
		variationAxes: standIn.axes,
	});
	const advances = advancesOf(font);
	const locals: readonly number[] = localFonts.advances[standIn.local[0] as keyof typeof localFonts.advances];
	const samples = [...localFonts.characters].flatMap((character, index): Sample[] => {
		const point = character.codePointAt(0) ?? 0;
		const advance = standIn.tabular && /\d/.test(character) ? standIn.tabular : advances.get(point);
		const local = (locals[index] ?? 0) / 1000;
		return advance && local ? [{ point, advance, local, weight: localFonts.perThousand[index] ?? 0 }] : [];
	});
	const groups = groupsOf(samples, standIn.groups);
	// The group of the space decides the line, so it stands for every other character too: first, and without a range.
	const main = groups.find(({ points }) => points.includes(0x20));
	const ordered = main ? [main, ...groups.filter((group) => group !== main)] : groups;
	return ordered.map((group) => ruleFor(standIn, group, group === main, samples)).join('\n');
}

function ruleFor(standIn: StandIn, { scale, points }: Group, main: boolean, samples: readonly Sample[]): string {
	const [ascent, descent] = standIn.line;
	const others = new Set(samples.map(({ point }) => point).filter((point) => !points.includes(point)));
	const descriptors = [
		`font-family: '${standIn.family}'`,
		...(standIn.italic ? ['font-style: italic'] : []),
		...(standIn.weight ? [`font-weight: ${standIn.weight}`] : []),
		`src: ${standIn.local.map((name) => `local('${name}')`).join(', ')}`,
		`size-adjust: ${percent(scale)}`,
		...(main
			? [
					`ascent-override: ${percent(ascent / scale)}`,
					`descent-override: ${percent(descent / scale)}`,
					'line-gap-override: 0%',
				]
			: [`unicode-range: ${rangeText(points, others)}`]),
	];
	return `@font-face {\n${descriptors.map((descriptor) => `\t${descriptor};\n`).join('')}}\n`;
}

const georgia = ['', ' Italic'].map(
	(style) =>
		`@font-face {\n\tfont-family: '${gelasio.family}';\n${style ? '\tfont-style: italic;\n' : ''}\tsrc: local('Georgia${style}');\n}\n`,
);

/** Fixed pitch needs no groups: one font is scaled to the pitch, the others have it. */
const mono = [
	["local('DejaVu Sans Mono')", 0.9966],
	["local('Courier New'), local('Liberation Mono')", 1],
].map(
	([local, scale]) =>
		`@font-face {
	font-family: 'IBM Plex Mono fallback';
	src: ${local};
	size-adjust: ${percent(Number(scale))};
	ascent-override: ${percent(1.025 / Number(scale))};
	descent-override: ${percent(0.275 / Number(scale))};
	line-gap-override: 0%;
}
`,
);

/** The stylesheet's text. */
export async function standInStyles(): Promise<string> {
	const opening = '/* Written by src/build/fonts/standIns.ts, which says what it is for. */\n';
	const rules = await Promise.all(standIns.map(rulesFor));
	return [opening, ...rules, ...georgia, ...mono].join('\n').replaceAll('\n\n\n', '\n\n');
}

if (import.meta.main) {
	await writeFile(new URL('../../styles/standIns.css', import.meta.url), await standInStyles());
}
