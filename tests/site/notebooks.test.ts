/** The notebooks: valid, and every cell of them prints in a real kernel what is recorded for the page. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { rootSite, subPathSite } from '../../src/build/bootstrap/sites.mjs';
import { pythonWith } from '../../src/build/python.ts';
import { withoutMarks } from '../../src/concepts/listing.ts';
import { requirements } from '../../src/listings/pinned.ts';
import { published } from '../published.ts';

/** Starting a kernel and training small models takes its time on a busy machine; installing them takes more. */
const MINUTE = 60_000;
const concepts = resolve('content/concepts');

let python: string;
beforeAll(async () => {
	python = await pythonWith(requirements.map(({ module }) => module));
}, 20 * MINUTE);

interface Executed {
	readonly version: readonly number[];
	/** Ids of the code cells that came with an output. */
	readonly recorded: readonly string[];
	/** What each code cell printed, by its id. */
	readonly printed: Readonly<Record<string, string>>;
}

/** In an empty folder, which goes with all that the notebook writes into it. */
async function execute(path: string): Promise<Executed> {
	const script = join(import.meta.dirname, 'executeNotebook.py');
	const cwd = mkdtempSync(join(tmpdir(), 'notebook-'));
	try {
		const { stdout } = await promisify(execFile)(python, [script, path], { cwd, maxBuffer: 2 ** 24 });
		return JSON.parse(stdout);
	} finally {
		rmSync(cwd, { recursive: true, force: true });
	}
}

describe.each([...published])('the notebook of %s', (slug) => {
	const path = resolve(rootSite.folder, 'concepts', slug, `${slug}.ipynb`);
	const listings = join(concepts, slug, 'listings');
	const stems = readdirSync(listings).flatMap((name) => (name.endsWith('.py') ? [name.replace(/\.py$/, '')] : []));

	it('runs from the top in a real kernel, and each listing prints what is recorded', {
		timeout: 10 * MINUTE,
	}, async () => {
		const { version, recorded, printed } = await execute(path);
		expect(version).toEqual([4, 5]);
		expect([...recorded].sort()).toEqual(stems.map((stem) => `listing-${stem}`).sort());
		// What is given of a task fails its tests, and says at which.
		for (const [id, text] of Object.entries(printed).filter(([id]) => id.endsWith('-tests'))) {
			expect(text, id).toMatch(/^✕ [\s\S]*\n\d+ of \d+ passed\n$/);
		}
		for (const stem of stems) {
			expect(printed[`listing-${stem}`], stem).toBe(readFileSync(join(listings, `${stem}.out`), 'utf8'));
		}
	});

	it('holds the recorded outputs, the breaks and the questions, and leads back', () => {
		const { cells } = JSON.parse(readFileSync(path, 'utf8')) as {
			cells: { id: string; source: string[]; outputs?: { text: string[] }[] }[];
		};
		const ids = cells.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const stem of stems) {
			const cell = cells.find(({ id }) => id === `listing-${stem}`);
			expect(cell?.outputs?.[0]?.text.join('')).toBe(readFileSync(join(listings, `${stem}.out`), 'utf8'));
			expect(`${cell?.source.join('')}\n`).toBe(withoutMarks(readFileSync(join(listings, `${stem}.py`), 'utf8')));
		}
		const source = (prefix: string) =>
			cells.filter(({ id }) => id.startsWith(prefix)).map((cell) => cell.source.join(''));
		expect(source('break-').length).toBeGreaterThanOrEqual(2);
		expect(source('q-').some((text) => text.includes('<summary>Model answer</summary>'))).toBe(true);
		// A site that does not know its address cannot be led back to: its notebook names the page.
		expect(source('title').join()).toMatch(/From the page \*[^*]+\*, checked/);
		const withAddress = resolve(subPathSite.folder, 'concepts', slug, `${slug}.ipynb`);
		const address = `<${subPathSite.env.SITE_URL}${subPathSite.base}concepts/${slug}/>`;
		expect(readFileSync(withAddress, 'utf8')).toContain(`From the page ${address}`);
		const written = readFileSync(join(concepts, slug, 'index.mdx'), 'utf8');
		expect(source('text-').join('\n').includes('$$')).toBe(written.includes('$$'));
		expect(source('text-').join('\n')).not.toMatch(/<(Cite|Listing|Step|Callout|Diagram|Equation)\b/);
	});
});
