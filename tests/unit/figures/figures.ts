/** Every figure, found by its folder, as tests look at it. */
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { figuresFolder, readFigures } from '../../../src/concepts/figures.ts';
import type { Drawing, FigureChecks, FigureModel, FigureProps } from '../../../src/figures/parts/contract.ts';
import { initialValues, type Setting, type Settings, type Values } from '../../../src/figures/parts/settings.ts';
import { uniform } from '../../../src/ground/uniform.ts';

// What a figure keeps in its state is its own business.
type State = unknown;

export interface Figure {
	readonly name: string;
	readonly model: FigureModel<Settings, State>;
	readonly checks: FigureChecks<State>;
	readonly drawing: Drawing<Settings, State>;
	/** Numbers that `model.ts` exports. */
	readonly constants: readonly number[];
	/** The whole figure as markup. */
	readonly markup: () => string;
}

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** The folders of the figures, and of the one in CONTRIBUTING. */
export const figureFolders = [
	...readFigures(project).map(({ name }) => `${figuresFolder}/${name}`),
	'tests/unit/figures/example/collisions',
];

/** @throws Error when a file of the figure, or an export of the contract, is missing. */
export async function loadFigure(folder: string): Promise<Figure> {
	const load = async (file: string, ...wanted: string[]): Promise<Record<string, unknown>> => {
		const module = await import(pathToFileURL(join(project, folder, file)).href);
		for (const one of wanted) if (!(one in module)) throw new Error(`${folder}/${file} does not export ${one}`);
		return module;
	};
	const { model, checks, ...others } = await load('model.ts', 'model', 'checks');
	const { drawing } = await load('Drawing.tsx', 'drawing');
	const { default: View } = await load('Figure.tsx', 'default');
	return {
		name: basename(folder),
		model: model as Figure['model'],
		checks: checks as Figure['checks'],
		drawing: drawing as Figure['drawing'],
		constants: Object.values(others).filter((value) => typeof value === 'number'),
		markup: () => render(h(View as (props: FigureProps) => never, { number: 1 })),
	};
}

/** Values that a setting can take: all ends, and between them as many as are asked for. */
export function levels(setting: Setting, between: number): (string | number)[] {
	if (setting.kind === 'choice') return [...setting.options];
	if (setting.kind === 'text') return [setting.initial, '', 'a', '  \n', 'é🐔 0 𝔸', 'x'.repeat(setting.max)];
	const { min, max, step, initial } = setting;
	const steps = Math.round((max - min) / step);
	const inner = Array.from({ length: between }, (_, at) => min + step * Math.round(((at + 1) / (between + 1)) * steps));
	return [...new Set([min, ...inner.map((value) => Number(value.toFixed(6))), initial, max])];
}

/** More combinations than these are sampled, by a seed, so that a failure comes again. */
const MOST = 256;

/** Every combination of those values, or as many as can be tried. */
function combinations(settings: Settings, of: (setting: Setting) => (string | number)[]): Values<Settings>[] {
	const all = Object.entries(settings).map(([key, setting]) => [key, of(setting)] as const);
	const total = all.reduce((product, [, values]) => product * values.length, 1);
	const next = uniform(7);
	return Array.from({ length: Math.min(total, MOST) }, (_, index) => {
		let rest = index;
		const entries = all.map(([key, values]) => {
			const at = total <= MOST ? rest % values.length : Math.floor(next() * values.length);
			rest = Math.floor(rest / values.length);
			return [key, values[at]];
		});
		return Object.fromEntries(entries) as Values<Settings>;
	});
}

/** Corners of all controls, each control by itself from end to end, and a grid of all together. */
export function statesToTry(settings: Settings): Values<Settings>[] {
	const first = initialValues(settings);
	const alone = Object.entries(settings).flatMap(([key, setting]) =>
		levels(setting, 11).map((value) => ({ ...first, [key]: value })),
	);
	return [
		first,
		...combinations(settings, (setting) =>
			levels(setting, 0).filter(
				(value) =>
					setting.kind !== 'number' || value !== setting.initial || value === setting.min || value === setting.max,
			),
		),
		...alone,
		...combinations(settings, (setting) => levels(setting, 5)),
	];
}
