/** Diagrams written as graphs: Graphviz reads them, they are told in words, and they set nothing but what suits both themes. */
import { diagramClasses } from '../diagramClasses.ts';
import { graphSettings } from '../graphSettings.ts';
import { graphviz } from '../graphviz.ts';
import { nearest } from '../nearest.ts';
import { anyOf, type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import type { ConceptSource } from '../reading/content.ts';
import { type DotSetting, dotSettings, graphSetting } from '../reading/dot.ts';
import { type Place, positionAt } from '../reading/place.ts';
import type { Check, OwnCheck } from './check.ts';
import { sharedKinds } from './shared.ts';

const kinds = {
	'graph-broken': ({ message }: { message: string }) => ({
		found: `a graph that Graphviz does not draw: ${message}`,
		expected: 'a graph in the DOT language',
		mend: 'Mend the line or what stands before it; close every quote, bracket and brace.',
	}),
	'graph-without-text': ({ name }: { name: string }) => ({
		found: `a graph without ${name}`,
		expected: 'title="…" and desc="…" within the braces of the graph: what it is called, and all that it shows',
		mend: `Add ${name}="…".`,
	}),
	'graph-setting': (told: { written: string; owner: string; expectation: string; nearest: string | undefined }) => ({
		found: `${told.written} of ${told.owner === 'edge' ? 'an' : 'a'} ${told.owner}`,
		expected: told.expectation,
		mend: rename(told.nearest, 'Remove or correct it.'),
	}),
	'graph-wide': ({ width, most }: { width: number; most: number }) => ({
		found: `a graph about ${width} wide`,
		expected: `at most ${most}, the width of the page`,
		mend: 'Turn it by rankdir, shorten its labels, or split it in two.',
	}),
} satisfies Wordings;

/** Graphviz counts in points, which are pixels of the page. */
const WIDEST = 880;

const problem = problemOf({ ...kinds, ...sharedKinds });

const checkGraphs: OwnCheck = function* (concept) {
	for (const file of concept.namesIn('diagrams', '.dot')) yield* checkGraph(concept, file);
};

function* checkGraph(concept: ConceptSource, file: string): Generator<Problem> {
	const source = concept.text(`diagrams/${file}`) ?? '';
	const at = (line: number): Place => ({ file: concept.pathOf(`diagrams/${file}`), line });
	const settings = dotSettings(source);
	for (const setting of settings) yield* checkSetting(setting, at(setting.line));
	for (const name of ['title', 'desc']) {
		if (!graphSetting(settings, name)?.trim()) yield problem('graph-without-text', at(1), { name });
	}
	// Labels in HTML are refused as such; their errors would count lines from the label's first.
	if (settings.some(({ isHtml }) => isHtml)) return;
	const errors = complaints(source);
	for (const { message, line } of errors) yield problem('graph-broken', at(line), { message });
	const width = errors.length === 0 ? widthOf(source) : 0;
	if (width > WIDEST) yield problem('graph-wide', at(1), { width, most: WIDEST });
}

function* checkSetting({ owner, name, value, isHtml }: DotSetting, place: Place): Generator<Problem> {
	const rules = graphSettings[owner];
	const rule = rules[name];
	if (!rule || isHtml || !rule.pattern.test(value)) {
		const known = Object.keys(rules);
		const written = isHtml ? `${name}=<…>` : `${name}="${value.replace(/\s+/g, ' ')}"`;
		yield problem('graph-setting', place, {
			written,
			owner,
			expectation: rule ? `${name} to be ${rule.values}` : `${anyOf(known)}; looks by class alone`,
			nearest: rule ? undefined : nearest(name, known),
		});
	} else if (name === 'class') {
		for (const word of value.split(/\s+/).filter((one) => one && !diagramClasses.includes(one))) {
			yield problem('diagram-class', place, { name: word, nearest: nearest(word, diagramClasses) });
		}
	}
}

/** About how wide a graph is drawn: Graphviz measures its labels by fonts of its own, set so that it comes out near ours. */
function widthOf(source: string): number {
	const { output } = graphviz().render(source, {
		format: 'json0',
		graphAttributes: { nodesep: 0.28, ranksep: 0.36 },
		nodeAttributes: { shape: 'box', fontname: 'Arial', fontsize: 12, margin: '0.14,0.08', width: 0.1 },
	});
	const [left = 0, , right = 0] = String(JSON.parse(output ?? '{}').bb ?? '')
		.split(',')
		.map(Number);
	return Math.round((right - left) / 10) * 10;
}

/** What Graphviz says against a source; the first line when it names none. */
function complaints(source: string): { readonly message: string; readonly line: number }[] {
	const { status, output, errors: all } = graphviz().render(source, { format: 'dot_json' });
	// Graphviz knows no font but its own; labels are measured with ours.
	const errors = all.filter(({ message }) => !message.includes('no value for width of'));
	if (status === 'failure' && errors.length === 0) return [{ message: 'there is none in the file', line: 1 }];
	if (errors.length === 0 && !('objects' in JSON.parse(output ?? '{}')))
		return [{ message: 'it has no node', line: 1 }];
	return errors.map(({ message }) => ({
		message: message.replace(/ in line \d+/, '').replace(/\s+/g, ' '),
		line: lineOf(message, source),
	}));
}

/** The line that Graphviz names; of a quote that is never closed, where it was opened, not where the file ends. */
function lineOf(message: string, source: string): number {
	const opened = source.lastIndexOf(/String starting:(.+)/.exec(message)?.[1] ?? '\0');
	if (opened >= 0) return positionAt(source, opened).line;
	const last = positionAt(source, source.trimEnd().length).line;
	return Math.min(last, Number(/line (\d+)/.exec(message)?.[1] ?? 1));
}

export const check = { kinds, own: [checkGraphs] } satisfies Check;
