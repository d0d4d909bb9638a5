/** Figures: whole folders, each shown by a page, and by a page once. */
import { figureFiles, figuresFolder } from '../figures.ts';
import { anyOf, type Problem, problemOf, type Wordings } from '../problems.ts';
import type { ContentSource } from '../reading/content.ts';
import { id } from '../schema/text.ts';
import type { Check, OwnCheck } from './check.ts';

const kinds = {
	'figure-doubled': ({ name, line }: { name: string; line: number }) => ({
		found: `<Figure name="${name}">, which stands on line ${line} already`,
		expected: 'each figure once on a page',
		mend: `Keep one of the two, and link to it by [the figure](#figure-${name}).`,
	}),
	'figure-incomplete': ({ file }: { file: string }) => ({
		found: `no ${file}`,
		expected: `each figure to have ${figureFiles.join(', ')}`,
		mend: `Add ${file}; CONTRIBUTING.md has a small figure to begin with.`,
	}),
	'figure-file-unknown': ({ file }: { file: string }) => ({
		found: `the file ${file}`,
		expected: `only ${anyOf([...figureFiles, 'Figure.css'])}`,
		mend: 'Move what figures share to src/figures/parts, and all else into one of these.',
	}),
	'figure-malformed': ({ name }: { name: string }) => ({
		found: `the folder ${name}`,
		expected: 'lower-case words and digits joined by single hyphens',
		mend: 'Rename the folder.',
	}),
	'figure-unshown': ({ name }: { name: string }) => ({
		found: `the figure ${name}, which no page shows`,
		expected: 'each figure on the page of its concept',
		mend: `Write <Figure name="${name}" /> where it is to stand.`,
		warning: true as const,
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

/** A figure's name is its anchor, so that it stands on a page once. */
const checkFigures: OwnCheck = function* (concept) {
	const { body } = concept;
	if (!body) return;
	const lines = new Map<string, number>();
	for (const { node, attributes } of concept.componentsNamed('Figure')) {
		const name = String(attributes.get('name'));
		const place = body.placeOf(node);
		const line = lines.get(name);
		if (line === undefined) lines.set(name, place.line);
		else yield problem('figure-doubled', place, { name, line });
	}
};

/** What the folders of the figures hold, and that a page shows each. */
function* checkFigureFolders({ figures, concepts, drafts }: ContentSource): Generator<Problem> {
	const shown = new Set([...concepts, ...drafts].flatMap(({ surface }) => surface.figures));
	for (const { name, files } of figures) {
		const placeOf = (file: string) => ({ file: `${figuresFolder}/${name}/${file}`, line: 1 });
		if (!id.safeParse(name).success) yield problem('figure-malformed', placeOf('model.ts'), { name });
		for (const file of figureFiles)
			if (!files.includes(file)) yield problem('figure-incomplete', placeOf(file), { file });
		for (const file of files) {
			if (!figureFiles.includes(file) && file !== 'Figure.css')
				yield problem('figure-file-unknown', placeOf(file), { file });
		}
		if (!shown.has(name)) yield problem('figure-unshown', placeOf('Figure.tsx'), { name });
	}
}

export const check = { kinds, own: [checkFigures], site: [checkFigureFolders] } satisfies Check;
