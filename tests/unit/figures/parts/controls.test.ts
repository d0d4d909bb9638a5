/** What controls look like, by what their settings take. */
import { Fragment, h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Controlled } from '../../../../src/figures/parts/contract.ts';
import { type Controls, controlsFor } from '../../../../src/figures/parts/controls.tsx';
import { choice, initialValues, number, text } from '../../../../src/figures/parts/settings.ts';
import { reaching, stepper } from '../../../../src/figures/parts/stepper.ts';

const settings = {
	rate: number(0, 1, 0.1, 0.5),
	step: number(0, 9, 1, 9),
	mode: choice(['plain', 'fancy'], 'plain'),
	words: text(20, 'abc'),
};
type Declared = typeof settings;

const still = () => {};
const figure: Controlled<Declared> = {
	...{ id: 'figure-x', settings, values: initialValues(settings), settled: 0, set: still, settle: still },
};
const markup = (controls: Controls<Declared>, of = figure): string =>
	render(h(Fragment, null, controlsFor(of, controls)));

describe('controlsFor', () => {
	it('keeps the order in which controls are named, and shows no others', () => {
		const shown = markup({ words: { label: 'Words', rows: 1 }, rate: { label: 'Rate' } });
		expect([...shown.matchAll(/name="([^"]+)"/g)].map(([, name]) => name)).toEqual(['figure-x-words', 'figure-x-rate']);
	});

	it('says a label aloud where it is a symbol too, or another', () => {
		expect(markup({ rate: { label: 'Rate' } })).not.toContain('aria-label="Rate"');
		const withSymbol = markup({ rate: { label: 'Rate', symbol: 'η' } });
		expect(withSymbol).toContain('Rate <i>η</i></label>');
		expect(withSymbol).toContain('aria-label="Rate"');
		expect(markup({ rate: { label: 'Rate', spoken: 'Learning rate' } })).toContain(
			'aria-label="Learning rate, as a number"',
		);
	});

	it('shows a choice of few as squares, and of many by their names', () => {
		expect(markup({ mode: { label: 'Mode' } })).toMatch(/<fieldset.*value="plain" checked/);
		expect(markup({ mode: { label: 'Mode', names: ['Plain one', 'Fancy one'] } })).toMatch(
			/<select.*Plain one.*Fancy one/,
		);
	});

	it('has buttons to step with beside a slider, or alone', () => {
		const both = markup({ step: { label: 'Step', last: 9, pace: 100 } });
		expect(both).toContain('type="range"');
		expect(both).toMatch(/aria-disabled="false"[^>]*>Back.*aria-disabled="true"[^>]*>Step/);
		expect(markup({ step: { last: 9, pace: 100 } })).not.toContain('type="range"');
		expect(markup({ rate: { redraw: 'Draw again' } })).toBe(
			'<div class="control"><button class="button" type="button">Draw again</button></div>',
		);
	});
});

it('a stepper ends at the last step that there is', () => {
	const shown = render(h(Fragment, null, stepper(figure, 'step', { last: 4, meaning: 'done', pace: 100 })));
	expect(shown).toMatch(/type="range"[^>]* max="4"[^>]* value="4"[^>]* aria-valuetext="4, done"/);
	expect(reaching(figure, 'step', 0).settings.step.max).toBe(1);
	expect(figure.settings.step.max).toBe(9);
});
