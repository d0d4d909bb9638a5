import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { layOutPlot } from '../../../../src/concepts/plots/layout.ts';
import { plot } from '../../../../src/concepts/schema/plot.ts';
import { drawPlot } from '../../../../src/diagrams/plots/drawPlot.ts';

const outputs = { outputOf: () => undefined, printers: [] };
const read = (source: string) => plot.parse(parse(`title: A plot\ndesc: What it shows.\n${source}`));

/** One of each mark, as an author would write them. */
const plots = {
	curves: `
x: { label: 'log-odds $z$', from: -6, to: 6 }
y: { label: probability, from: 0, to: 1 }
marks:
  - area: exp(-x) / (1 + exp(-x))^2
    label: slope
  - curve: 1 / (1 + exp(-x))
    label: '$\\sigma(z)$'
  - curve: [[-2, 0], [2, 1]]
    label: tangent & more
    at: [2.4, 0.83]
  - rule: { x: 0 }
    label: boundary
  - points: [[-2, 0.119], [2, 0.881]]
    class: f-ink
  - text: certain
    at: [4, 0.6]
`,
	bars: `
x: { names: [MHA, GQA, MQA] }
y: { label: KiB a token }
marks:
  - bars: [[MHA, 512], [GQA, 128], [MQA, 16]]
    label: cache
    values: true
  - bars: [[MHA, 300], [GQA, 228], [MQA, 116]]
    label: weights
`,
	lying: `
height: 160
x: { label: tokens a word }
y: { names: [English, Thai] }
marks:
  - bars: [[1.3, English], [4.25, Thai]]
    values: true
`,
};

describe.each(Object.entries(plots))('%s', (name, source) => {
	it('are drawn, for page and phone, as they were', async () => {
		const { drawing, phone } = drawPlot(read(source), outputs);
		expect(drawing.width).toBe(560);
		expect(phone.width).toBe(340);
		const lines = `${drawing.svg}\n${phone.svg}\n`.replaceAll('><', '>\n<');
		await expect(lines).toMatchFileSnapshot(resolve(import.meta.dirname, `golden/${name}.svg`));
	});

	it('have their words clear of all else', () => {
		for (const screen of ['page', 'phone'] as const)
			expect(layOutPlot(read(source), outputs, screen).complaints).toEqual([]);
	});
});

it('labels at the ends of curves make room for each other', () => {
	const source = `x: { from: 0, to: 1 }\nmarks:\n${['1', '1.001', '1.002', '0'].map((value, at) => `  - { curve: [[0, 1], [1, ${value}]], label: curve ${at} }`).join('\n')}`;
	const { texts, complaints } = layOutPlot(read(source), outputs, 'page');
	expect(complaints).toEqual([]);
	const labels = texts.filter(({ runs }) => runs[0]?.text.startsWith('curve'));
	expect(labels).toHaveLength(4);
	const ys = labels.map(({ y }) => y).sort((a, b) => a - b);
	for (const [at, y] of ys.slice(1).entries()) expect(y - (ys[at] ?? 0)).toBeGreaterThanOrEqual(16);
});

it('says what keeps it from being drawn', () => {
	expect(() => drawPlot(read('x: { from: 0, to: 1 }\nmarks: [{ curve: 2x }]'), outputs)).toThrow(
		'found the formula 2x',
	);
});

it('the example of CONTRIBUTING is drawn, with its words clear of all else', () => {
	const source = readFileSync('CONTRIBUTING.md', 'utf8')
		.split('# diagrams/learning-curves.plot.yaml\n')[1]
		?.split('```')[0];
	const output =
		'5 of 25 features\n   n   train  theory    test\n  30    1.66    1.67    2.48\n 100    1.91    1.90    2.13\n1000    2.00    1.99    2.04\n';
	const example = plot.parse(parse(source ?? ''));
	const printed = { outputOf: () => output, printers: ['learning_curves.py'] };
	for (const screen of ['page', 'phone'] as const) expect(layOutPlot(example, printed, screen).complaints).toEqual([]);
});
