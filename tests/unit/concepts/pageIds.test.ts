/** No section of a concept's page may have an id that the page gives out: what its components write is read from their source. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isTaken } from '../../../src/concepts/pageIds.ts';
import { project } from '../../build/miniSite.ts';

/** Everything that writes markup of a concept's page, and what scripts open over it. */
const sources = [
	'src/stages/**/*.astro',
	'src/{diagrams,listings}/**/*.astro',
	'src/components/{FirstScreenEnd,FontPreloads,HeadMeta,Level,Links,Markdown,Needs,ReportLink,Ring,Site*,ThemeMenu}.astro',
	'src/layouts/*.astro',
	'src/figures/Figure.astro',
	'src/figures/parts/*.tsx',
	'src/build/markdown/*.ts',
	'src/keys/sheet.ts',
	'src/search/dialog.tsx',
];

/** Ids that are values from elsewhere, by their expressions: what each is there. */
const named: Readonly<Record<string, string | undefined>> = {
	// In `Stage.astro`: the stages' own, which the check knows by itself.
	'stage.anchor': undefined,
	// `Invariant.astro` and `Listing.astro`.
	anchor: 'inv-x',
	listingAnchor: 'listing-x',
	// In the parts of figures: `figure-<name>`, and behind it what the part is.
	id: 'figure-x',
};

interface Written {
	readonly file: string;
	readonly id: string;
}

/** Each id, with `x` where it is filled in. */
function idsWritten(): Written[] {
	const files = globSync(sources, { cwd: project });
	return files.flatMap((file) => {
		const text = readFileSync(join(project, file), 'utf8');
		const found = text.matchAll(/(?<![\w-])id(?:=|: )(?:["']([^"']+)["']|\{?`([^`]+)`|\{([\w.]+))/g);
		return [...found].flatMap(([, plain, template, expression]) => {
			if (expression !== undefined) {
				expect(named, `${file} writes an id that is not known`).toHaveProperty([expression]);
				const id = named[expression];
				return id === undefined ? [] : [{ file, id }];
			}
			const id =
				plain ??
				template?.replace(/^\$\{(?:\w+\.)?(id|anchor)\}/, (_, name) => named[name] ?? '').replace(/\$\{i\}/, '0') ??
				'';
			return [{ file, id: id.replaceAll(/\$\{[^}]*(?:\([^)]*\))?\}/g, 'x') }];
		});
	});
}

it('takes each id that a component writes', () => {
	const written = idsWritten();
	expect(written.map(({ id }) => id)).toEqual(
		expect.arrayContaining(['main', 'theme-menu', 'notation', 'q-x', 'eq-x', 'inv-x', 't-x', 'break-x', 'figure-x']),
	);
	expect(written.filter(({ id }) => !isTaken(id))).toEqual([]);
});

it('leaves other ids to sections', () => {
	expect(['why-scale', 'question', 'questions-asked', 'inverse', 'eq'].filter(isTaken)).toEqual([]);
});
