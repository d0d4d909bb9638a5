/** The small figure in CONTRIBUTING is the one that the contract test runs. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const contributing = readFileSync(new URL('../../../CONTRIBUTING.md', import.meta.url), 'utf8');

it.each(['model.ts', 'Drawing.tsx', 'Figure.tsx'])('%s stands there as it is', (file) => {
	const source = readFileSync(new URL(`example/collisions/${file}`, import.meta.url), 'utf8');
	// In its own place it would stand beside the parts.
	expect(contributing).toContain(
		`\`\`\`tsx\n${source.replaceAll('../../../../../src/figures/parts/', '../parts/')}\`\`\`\n`,
	);
});
