/** Diagrams drawn from numbers: numbers that can be drawn, in looks that suit both themes, and words that stand clear on page and phone. */
import { diagramClasses } from '../diagramClasses.ts';
import { nearest } from '../nearest.ts';
import { outputPath, readPrinter } from '../outputs.ts';
import type { Complaint } from '../plots/complaint.ts';
import { layOutPlot } from '../plots/layout.ts';
import type { Outputs } from '../plots/reading.ts';
import { anyOf, type Problem, problemOf, rename, type Wording, type Wordings } from '../problems.ts';
import { type ConceptSource, printersOf } from '../reading/content.ts';
import type { YamlEntry } from '../reading/yaml.ts';
import { type MarkKind, markKinds, plot } from '../schema/plot.ts';
import type { Check, OwnCheck } from './check.ts';
import { checkSchema } from './schema.ts';

/** The classes that suit each kind of mark. */
const strokes = diagramClasses.filter((name) => !/^[ft]-/.test(name));
const fills = diagramClasses.filter((name) => name.startsWith('f-'));
const suitable: Readonly<Record<MarkKind, readonly string[]>> = {
	curve: strokes,
	rule: strokes,
	points: fills,
	bars: fills,
	area: fills,
	text: diagramClasses.filter((name) => name.startsWith('t-')),
};

const told = ({ found, expected, mend }: Pick<Wording, 'found' | 'expected' | 'mend'>) => ({ found, expected, mend });

const kinds = {
	'plot-data': told,
	'plot-outside': told,
	'plot-label': told,
	'plot-class': ({ name, kind, nearest }: { name: string; kind: MarkKind; nearest: string | undefined }) => ({
		found: `the class ${name}`,
		expected: `a class that suits ${kind}: ${anyOf(suitable[kind])}`,
		mend: rename(nearest, 'Remove it, or use one of these.'),
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const checkPlots: OwnCheck = function* (concept) {
	const outputs = outputsOf(concept);
	for (const entry of concept.plots.values()) yield* checkPlot(entry, outputs);
};

function outputsOf(concept: ConceptSource): Outputs {
	return {
		outputOf: (printer) => concept.text(outputPath(readPrinter(printer))),
		printers: printersOf(concept),
	};
}

function* checkPlot(entry: YamlEntry, outputs: Outputs): Generator<Problem> {
	const wrong = [...checkSchema(plot, entry)];
	yield* wrong;
	for (const mark of entry.get('marks').items) yield* checkClasses(mark);
	if (wrong.length > 0) return;
	const { data: read } = plot.safeParse(entry.value);
	if (!read) return;
	const [page, phone] = [layOutPlot(read, outputs, 'page'), layOutPlot(read, outputs, 'phone')].map(
		({ complaints }) => complaints,
	) as [readonly Complaint[], readonly Complaint[]];
	// Where numbers are wrong, so are places.
	const isDrawn = page.every(({ code }) => code !== 'plot-data');
	for (const complaint of page) if (isDrawn || complaint.code !== 'plot-label') yield problemAt(entry, complaint, '');
	if (!isDrawn) return;
	for (const complaint of phone) {
		if (!page.some(({ path }) => String(path) === String(complaint.path)))
			yield problemAt(entry, complaint, ', on a phone');
	}
}

function problemAt(entry: YamlEntry, { code, path, found, ...rest }: Complaint, where: string): Problem {
	const at = path.reduce((parent: YamlEntry, step) => parent.get(step), entry);
	return problem(code, at.place, { found: found + where, ...rest });
}

function* checkClasses(mark: YamlEntry): Generator<Problem> {
	const kind = markKinds.find((one) => mark.get(one).exists);
	const written = mark.get('class');
	if (!kind || written.text === undefined) return;
	for (const word of written.text.split(/\s+/).filter((one) => one && !suitable[kind].includes(one))) {
		yield problem('plot-class', written.place, { name: word, kind, nearest: nearest(word, suitable[kind]) });
	}
}

export const check = { kinds, own: [checkPlots] } satisfies Check;
