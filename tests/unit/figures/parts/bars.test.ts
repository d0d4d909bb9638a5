import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { Bars, heightOfBars } from '../../../../src/figures/parts/bars.tsx';

type Props = Parameters<typeof Bars>[0];

const bar = (name: string, value?: number) => ({
	name,
	text: String(value ?? 'not yet'),
	...(value !== undefined && { value }),
});
const drawn = (props: Partial<Props>): string =>
	render(h('svg', {}, h(Bars, { title: 'Memory', bars: [], width: 300, room: [60, 40], ...props })));
/** Left end and width of each bar. */
const spans = (svg: string): number[][] =>
	[...svg.matchAll(/<rect[^>]* x="(-?[\d.]+)"[^>]* width="(-?[\d.]+)"/g)].map(([, x, width]) => [
		Number(x),
		Number(width),
	]);

it('draws from nothing to each value, to both sides', () => {
	expect(spans(drawn({ bars: [bar('up', 3), bar('down', -1)] }))).toEqual([
		[110, 150],
		[60, 50],
	]);
});

it('draws no bar where there is no value yet, and what is read instead', () => {
	const svg = drawn({ bars: [bar('up', 3), bar('late')] });
	expect(spans(svg)[1]).toEqual([60, 0]);
	expect(svg).toContain('not yet');
});

it('draws where all values are nothing', () => {
	expect(spans(drawn({ bars: [bar('a', 0), bar('b', 0)] }))).toEqual([
		[60, 0],
		[60, 0],
	]);
});

it('keeps its measure where it is told how far bars reach, and no bar leaves the picture', () => {
	expect(spans(drawn({ bars: [bar('half', 5), bar('over', 99)], reach: [0, 10] }))).toEqual([
		[60, 100],
		[60, 200],
	]);
});

it('makes room for the reference, and names it inside of the picture', () => {
	const at = (value: number): string => drawn({ bars: [bar('used', 5)], reference: { value, text: 'capacity' } });
	expect(at(10)).toContain('class="line dash" d="M260 20V50"');
	expect(spans(at(10))).toEqual([[60, 100]]);
	expect(at(10)).toMatch(/x="260" y="62" text-anchor="end">capacity/);
	expect(at(0)).toMatch(/x="60" y="62" text-anchor="start">capacity/);
	expect(heightOfBars(1)).toBeGreaterThan(62);
});

it('sets the strong one apart by more than color', () => {
	const svg = drawn({ bars: [bar('part', 1), { ...bar('sum', 3), strong: true }] });
	expect(svg).toMatch(/<text class="t-strong"[^>]*>sum/);
	expect(svg.match(/class="f-ink"/g)).toHaveLength(1);
});
