/** Words that are bound to an output: the listing is there, and it printed them. */
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { nearest } from '../nearest.ts';
import { isPrinted, nearestPrinted, OUT, outputPath, readPrinter, rounds } from '../outputs.ts';
import { type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import { type ConceptSource, printersOf } from '../reading/content.ts';
import { attributesOf } from '../reading/markdown.ts';
import type { Passage } from '../reading/passage.ts';
import type { Place } from '../reading/place.ts';
import type { Check, OwnCheck } from './check.ts';

const kinds = {
	'output-form': ({ isMdx }: { isMdx: boolean }) => ({
		found: isMdx ? `a link to ${OUT} in index.mdx` : '<Out> in a text field',
		expected: isMdx ? '<Out file="…">words</Out> in the body' : `[words](${OUT}file) in a text field`,
		mend: isMdx ? 'Write <Out file="cost.py">4.29</Out>.' : `Write [4.29](${OUT}cost.py).`,
	}),
	'output-place': ({ words }: { words: string }) => ({
		found: `${words}, bound to an output inside a heading or a link`,
		expected: 'bindings in running text, tables and captions: they are links themselves',
		mend: 'Write the words without the binding here, and bind them where the text says them.',
	}),
	'output-missing': (told: { written: string; nearest: string | undefined }) => ({
		found: `words bound to ${told.written}, which is neither a listing nor a break`,
		expected: 'a listing of this concept, as cost.py, or a break of it, as cost.py#id-of-the-break',
		mend: rename(told.nearest, 'Correct the name.'),
	}),
	'output-differs': (told: {
		words: string;
		written: string;
		nearest: string | undefined;
		asRounded: string | undefined;
	}) => ({
		found: `“${told.words}”, which ${told.written} does not print`,
		expected:
			told.nearest === undefined ? 'words that it prints' : `words that it prints; the nearest are “${told.nearest}”`,
		mend:
			told.asRounded === undefined
				? 'Write what it prints, let it print this, or bind the words to another listing.'
				: `If it is rounded, say so: ${told.asRounded}.`,
	}),
	'output-rounding': ({ words, exact }: { words: string; exact: string }) => ({
		found: `“${words}” for “${exact}”`,
		expected: 'the same numbers, rounded to the last place that is written',
		mend: 'Round it anew, or correct what it is said to round.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

interface Binding {
	readonly written: string;
	readonly words: string;
	/** What was printed, where the words round it. */
	readonly exact: string | undefined;
	readonly place: Place;
	readonly form: 'right' | 'wrong';
	readonly inLink: boolean;
	readonly isMdx: boolean;
}

const checkOutputs: OwnCheck = function* (concept) {
	for (const passage of concept.passages) {
		for (const binding of bindingsIn(passage)) yield* checkBinding(binding, concept);
	}
};

function* checkBinding(binding: Binding, concept: ConceptSource): Generator<Problem> {
	const { written, words, exact, place, form, inLink, isMdx } = binding;
	if (form === 'wrong') {
		yield problem('output-form', place, { isMdx });
		return;
	}
	if (inLink) yield problem('output-place', place, { words });
	const output = concept.text(outputPath(readPrinter(written)));
	if (output === undefined) {
		const printers = printersOf(concept);
		// What is not recorded yet is told of the listing.
		if (!printers.includes(written))
			yield problem('output-missing', place, { written, nearest: nearest(written, printers) });
		return;
	}
	const sought = exact ?? words;
	if (sought.trim() !== '' && !isPrinted(output, sought)) {
		const near = nearestPrinted(output, sought);
		const isRounded = exact === undefined && near !== undefined && rounds(words, near);
		const asRounded = isMdx
			? `<Out file="${written}" rounds="${near}">${words}</Out>`
			: `[${words}](${OUT}${written} "${near}")`;
		yield problem('output-differs', place, {
			words: sought,
			written,
			nearest: near,
			asRounded: isRounded ? asRounded : undefined,
		});
	} else if (exact !== undefined && !rounds(words, exact)) {
		yield problem('output-rounding', place, { words, exact });
	}
}

function bindingsIn(passage: Passage): Binding[] {
	const found: Binding[] = [];
	const { isMdx } = passage;
	const taken = new Set<unknown>();
	visit(passage.tree, ['heading', 'link'], (outer) => {
		if (outer.type === 'link' && outer.url.startsWith(OUT)) return;
		visit(outer, (inner) => void taken.add(inner));
	});
	visit(passage.tree, (node) => {
		const common = { place: passage.placeOf(node), isMdx, inLink: taken.has(node), words: textOf(node) };
		if (node.type === 'link' && node.url.startsWith(OUT)) {
			const written = decodeURI(node.url.slice(OUT.length));
			found.push({ ...common, written, exact: node.title ?? undefined, form: isMdx ? 'wrong' : 'right' });
		} else if (node.type === 'html' && /^<Out\b/.test(node.value)) {
			found.push({ ...common, written: '', exact: undefined, form: 'wrong' });
		} else if ((node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') && node.name === 'Out') {
			const attributes = attributesOf(node);
			const [written, exact] = [attributes.get('file'), attributes.get('rounds')];
			// What is missing or no text is told with the components.
			if (typeof written !== 'string' || written === '') return;
			found.push({ ...common, written, exact: typeof exact === 'string' ? exact : undefined, form: 'right' });
		}
	});
	return found;
}

export const check = { kinds, own: [checkOutputs] } satisfies Check;
