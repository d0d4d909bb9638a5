/** The tests that need no browser. `site` looks at the built files, so the site must be built before. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A test that hangs ends; a slow machine running real Python, builds and simulations does not fail by it. */
const project = (name: string) => ({
	root,
	test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: 120_000, hookTimeout: 120_000 },
});

export default defineConfig({
	root,
	test: {
		passWithNoTests: true,
		// Nothing else runs beside the tests: of two processors, Vitest would leave one idle.
		maxWorkers: '100%',
		projects: ['unit', 'content', 'build', 'dev', 'site', 'firefox'].map(project),
	},
});
