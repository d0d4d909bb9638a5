/** What every figure owes its readers, whoever wrote it: see `src/figures/parts/contract.ts`. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { FigureModel, FigureState } from '../../../src/figures/parts/contract.ts';
import { completed, initialValues, type Settings, type Values } from '../../../src/figures/parts/settings.ts';
import { uniform } from '../../../src/ground/uniform.ts';
import { numbersOfItsOwn, numbersWithoutFact } from './facts.ts';
import { type Figure, figureFolders, loadFigure, statesToTry } from './figures.ts';

/** The state that a figure is rendered in; a page's figures start as at first and have a browser to be changed in. */
const wanted = vi.hoisted((): { now?: Pick<FigureState<Settings, unknown>, 'values' | 'state'> } => ({}));
vi.mock(import('../../../src/figures/parts/useFigure.ts'), async (original) => ({
	...(await original()),
	useFigure: ((name: string, model: FigureModel<Settings, unknown>) => {
		const values = initialValues(model.settings);
		const still = () => {};
		return {
			...{ id: `figure-${name}`, model, settings: model.settings, values, state: model.compute(values), settled: 0 },
			...{ set: still, settle: still, reset: still, link: () => '' },
			...wanted.now,
		};
	}) as never,
}));

/** What a reader must never read. */
const NONSENSE = /\b(?:NaN|Infinity|undefined|null)\b|\[object/;

/** States that are drawn, of all that are tried: drawing one takes as long as computing fifty. */
const DRAWN = 60;

it('finds the figures', () => expect(figureFolders).not.toEqual([]));

describe.each(figureFolders)('%s', (folder) => {
	let figure: Figure;
	let tried: { readonly values: Values<Settings>; readonly state: unknown }[];

	beforeAll(async () => {
		figure = await loadFigure(folder);
		tried = statesToTry(figure.model.settings).map((values) => ({ values, state: figure.model.compute(values) }));
	});

	/** All problems of all states at once, each with the state that has it. */
	const inEveryState = (problemsOf: (state: unknown, values: Values<Settings>) => string[]): string[] =>
		tried
			.flatMap(({ values, state }) =>
				problemsOf(state, values).map((problem) => `${JSON.stringify(values)}: ${problem}`),
			)
			.slice(0, 8);

	it('says what it builds in, in whole sentences', () => {
		expect(figure.model.builtIn).toMatch(/^[A-Z].{40,360}\.$/);
	});

	it('says every number of every state as a number or in words', () => {
		const { model } = figure;
		const wrong = inEveryState((state) => {
			const table = model.table(state);
			const readings = model.readings(state);
			const said = [
				model.finding(state),
				model.caption(state),
				model.name(state),
				model.description(state),
				...readings.flatMap((reading) => [reading.name, reading.value, reading.note ?? '']),
				table.caption,
				...table.columns,
				...table.rows.flat(),
			];
			return said.map(String).filter((text) => NONSENSE.test(text));
		});
		expect(wrong).toEqual([]);
	});

	it('has a finding that is a sentence, with numbers of the state alone', () => {
		const { model } = figure;
		const wrong = inEveryState((state, values) => {
			const finding = model.finding(state);
			return [
				...(/^\S.*[.!]$/s.test(finding) ? [] : [`no sentence: ${finding}`]),
				...numbersWithoutFact(finding, { values, state }, figure.constants).map(
					(number) => `${number} stands in no field of the state: ${finding}`,
				),
			];
		});
		expect(wrong).toEqual([]);
		expect(numbersOfItsOwn(model.finding)).toEqual([]);
	});

	it('shows what a closed form or an independent estimate gives, in every state', () => {
		let made = 0;
		const wrong = inEveryState((state) =>
			figure.checks.comparisons(state).flatMap(({ what, shown, expected, within, scale = Math.abs(expected) }) => {
				made += 1;
				const apart = Math.abs(shown - expected);
				return apart <= within * scale ? [] : [`${what}: shown ${shown}, expected ${expected}`];
			}),
		);
		expect(wrong).toEqual([]);
		expect(made).toBeGreaterThanOrEqual(tried.length);
	});

	it('has readings and a table with as many cells as columns', () => {
		const { model } = figure;
		const wrong = inEveryState((state) => {
			const { columns, rows, current } = model.table(state);
			const { length } = model.readings(state);
			return [
				...(length >= 2 && length <= 5 ? [] : [`${length} readings, expected two to five`]),
				...rows
					.filter((row) => row.length !== columns.length)
					.map((row) => `a row of ${row.length} cells under ${columns.length} columns`),
				...(current === undefined || current < rows.length ? [] : [`row ${current} of ${rows.length} is marked`]),
			];
		});
		expect(wrong).toEqual([]);
	});

	it('has lessons that hold, say something, and quote the state', () => {
		const { presets, settings, compute } = figure.model;
		expect(presets.length).toBeGreaterThanOrEqual(3);
		expect(presets.length).toBeLessThanOrEqual(6);
		expect(new Set(presets.map((preset) => preset.name)).size).toBe(presets.length);
		const { lessons } = figure.checks;
		expect(Object.keys(lessons)).toEqual(presets.map((preset) => preset.name));
		for (const preset of presets) {
			const holds = lessons[preset.name] ?? (() => false);
			const values = completed(settings, preset.values);
			expect(Object.keys(settings), preset.name).toEqual(expect.arrayContaining(Object.keys(preset.values)));
			expect(values, `"${preset.name}" differs from the initial state`).not.toEqual(initialValues(settings));
			const state = compute(values);
			const lesson = preset.lesson(state);
			expect(holds(state), `"${preset.name}" holds: ${lesson}`).toBe(true);
			expect(
				tried.some((other) => !holds(other.state)),
				`"${preset.name}" can fail`,
			).toBe(true);
			expect(lesson).toMatch(/^[A-Z“].*[.!]$/s);
			expect(lesson).not.toMatch(NONSENSE);
			expect(numbersOfItsOwn(preset.lesson), lesson).toEqual([]);
			expect(numbersWithoutFact(lesson, { values, state }, figure.constants), lesson).toEqual([]);
			expect(preset.name.split(/\s+/).length, preset.name).toBeLessThanOrEqual(7);
		}
	});

	it('is drawn, controls and all, without a coordinate or a word that is none', () => {
		const next = uniform(5);
		const wrong = inEveryState((state, values) => {
			if (next() * tried.length > DRAWN) return [];
			wanted.now = { state, values };
			const found = /.{0,80}(?:NaN|Infinity|undefined|\[object).{0,20}/.exec(figure.markup())?.[0];
			return found ? [found] : [];
		});
		delete wanted.now;
		expect(wrong).toEqual([]);
	});

	it('fits the column and a phone, where something stays in view', () => {
		const { wide, phone, more, text } = figure.drawing;
		expect(wide.size[0]).toBeLessThanOrEqual(560);
		for (const panel of [phone, more]) expect(panel?.size[0] ?? 0).toBeLessThanOrEqual(280);
		expect(phone?.size[1] ?? 0).toBeLessThanOrEqual(264);
		expect(phone ?? text).toBeDefined();
	});

	it('is named after its folder', () => {
		expect(figure.markup()).toContain(`id="figure-${figure.name}"`);
	});
});
