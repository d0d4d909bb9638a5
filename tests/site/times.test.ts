/** How long a concept takes to read is the same wherever the site says it. */
import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { builtSites } from './builtSite.ts';

const minutesIn = (element: Element | undefined): string | undefined =>
	/(\d+) min/.exec(element ? textOf(element) : '')?.[1];

/** The first element with a class. */
const withClass = (elements: readonly Element[], name: string): Element | undefined =>
	elements.find(({ properties }) => [properties.className].flat().includes(name));

describe.each(builtSites())('$name', ({ pages }) => {
	const rows = (pages.find(({ route }) => route === '')?.elements ?? []).filter(
		({ properties }) => typeof properties.dataConcept === 'string',
	);

	it.each(rows.map((row) => [String(row.properties.dataConcept), row] as const))('%s', (slug, row) => {
		const page = pages.find(({ route }) => route === `concepts/${slug}/`);
		const said = minutesIn(withClass(page?.elements ?? [], 'facts'));
		expect(said).toBeDefined();
		expect(minutesIn(row)).toBe(said);
	});

	it('has a row for every concept', () => {
		expect(rows.length).toBe(pages.filter(({ route }) => /^concepts\/[^/]+\/$/.test(route)).length);
	});
});
