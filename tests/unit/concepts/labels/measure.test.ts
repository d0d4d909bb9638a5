import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagramClasses } from '../../../../src/concepts/diagramClasses.ts';
import { labelStyle, labelWidth } from '../../../../src/concepts/labels/measure.ts';

const width = (line: string, ...classes: string[]) => labelWidth(line, labelStyle(classes));

it('adds up advances of the face that classes choose', () => {
	// IBM Plex Mono advances by 0.6 em.
	expect(width('merge', 't-mono')).toBeCloseTo(5 * 0.6 * 12.5, 5);
	expect(width('')).toBe(0);
	expect(width('pairs') + width('merge')).toBeCloseTo(width('pairsmerge'), 5);
	expect(width('pairs', 't-strong')).toBeGreaterThan(width('pairs'));
	expect(width('pairs', 't-small')).toBeCloseTo((width('pairs') * 12) / 13, 5);
});

it('takes figures as tabular, labels as spaced capitals, and unknown characters as wide', () => {
	expect(width('1111')).toBeCloseTo(width('8080'), 5);
	expect(width('ab', 't-label')).toBeCloseTo(width('AB', 't-label'), 5);
	expect(width('ab', 't-label')).toBeGreaterThan(width('AB', 't-strong', 't-small'));
	expect(width('␣')).toBe(13);
});

describe('the style sheet', () => {
	const css = readFileSync('src/diagrams/diagram.css', 'utf8');
	const ruleOf = (selector: string) => css.split(`& ${selector} {`)[1]?.split('}')[0] ?? '';

	it.each(['text', ...diagramClasses.filter((name) => name.startsWith('t-')).map((name) => `.${name}`)])(
		'sets %s in the size that is measured',
		(selector) => {
			const style = labelStyle(selector === 'text' ? [] : [selector.slice(1)]);
			const size = /(?:font|font-size):[^;]*?([\d.]+)px/.exec(ruleOf(selector))?.[1];
			expect(style.size).toBe(size === undefined ? 13 : Number(size));
			const isStrong = /font-weight: 600/.test(ruleOf(selector));
			expect(style.face === 'strong').toBe(isStrong);
			expect(style.uppercase).toBe(/uppercase/.test(ruleOf(selector)));
			expect(style.spacing).toBe(Number(/letter-spacing: ([\d.]+)em/.exec(ruleOf(selector))?.[1] ?? 0));
		},
	);

	it('condenses the text to the width that is measured', () => {
		expect(ruleOf('text')).toContain('font-stretch: 92%');
	});
});
