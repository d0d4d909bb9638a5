/** The tests that need no browser. `site` looks at the built files, so the site must be built before. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = (name: string, timeout = 10_000) => ({
	root,
	test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: timeout },
});

export default defineConfig({
	root,
	test: {
		passWithNoTests: true,
		projects: [project('unit'), project('content'), project('build', 120_000), project('site', 120_000)],
	},
});
