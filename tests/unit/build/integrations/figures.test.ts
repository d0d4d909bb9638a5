import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { registered } from '../../../../src/build/integrations/figures.ts';

const registry = readFileSync(new URL('../../../../src/figures/Figure.astro', import.meta.url), 'utf8');

it('has the import and the island of every figure, and an error for every other name', () => {
	const written = registered(registry, ['heap', 'two-pointers']);
	expect(written).toContain("import Figure0 from './heap/Figure.tsx';");
	expect(written).toContain("{name === 'two-pointers' && <Figure1 number={number} client:visible");
	expect(written).toContain('if (!["heap","two-pointers"].includes(Astro.props.name)) throw');
	expect(written).not.toContain('of the figures */');
});

it('refuses a registry in which it would write nothing', () => {
	expect(() => registered(registry.replace('/* imports of the figures */', ''), ['heap'])).toThrow(/must hold/);
});
