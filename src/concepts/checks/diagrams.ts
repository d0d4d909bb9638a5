/** Diagrams: shown, well-formed, told in words, and drawn with the vocabulary that suits both themes. */

import sax from 'sax';
import { diagramClasses } from '../diagramClasses.ts';
import { nearest } from '../nearest.ts';
import { type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import type { ConceptSource } from '../reading/content.ts';
import { INTUITION } from '../stageNumbers.ts';
import type { Check, OwnCheck } from './check.ts';
import { sharedKinds } from './shared.ts';
import { stageBlocks, standsIn } from './stageBlocks.ts';

const kinds = {
	'stage-undrawn': ({ title }: { title: string }) => ({
		found: `no diagram under ## ${title}`,
		expected: 'a picture of the idea where it is first understood',
		mend: 'Add <Diagram name="…"> with its caption.',
	}),
	'diagram-missing': ({ name, nearest }: { name: string; nearest: string | undefined }) => ({
		found: `<Diagram name="${name}">, but no diagrams/${name}.svg, .dot or .plot.yaml`,
		expected: 'a file of the folder diagrams',
		mend: rename(nearest && `name="${nearest}"`, 'Add the file, or correct its name.'),
	}),
	'diagram-unshown': ({ file }: { file: string }) => ({
		found: `diagrams/${file}, which the page never shows`,
		expected: 'every diagram to be shown',
		mend: 'Show it by <Diagram name="…">, or remove the file.',
	}),
	'diagram-broken': ({ message }: { message: string }) => ({
		found: `a picture that is not XML: ${message}`,
		expected: 'well-formed SVG',
		mend: 'Close every element, quote every attribute, and write & as &amp;.',
	}),
	'diagram-size': ({ viewBox, expectation }: { viewBox: string | undefined; expectation: string }) => ({
		found: viewBox === undefined ? 'an <svg> without viewBox' : `viewBox="${viewBox}"`,
		expected: expectation,
		mend: 'Correct the viewBox; one unit is one CSS pixel at full size.',
	}),
	'diagram-without-text': ({ element }: { element: string }) => ({
		found: `a diagram without <${element}>`,
		expected: '<title> and <desc> as the first children of <svg>: what it is called, and all that it shows',
		mend: `Add <${element}>.`,
	}),
	'diagram-without-phone': ({ name, width }: { name: string; width: number }) => ({
		found: `a diagram ${width} wide, without diagrams/${name}.phone.svg`,
		expected: 'a layout 340 wide for phones beside every wider diagram',
		mend: `Draw ${name}.phone.svg.`,
	}),
	'diagram-styled': ({ what }: { what: string }) => ({
		found: what,
		expected: 'colors and strokes by the classes of the diagram vocabulary, which suit both themes',
		mend: 'Remove it and give the element a class.',
	}),
	'diagram-id': ({ id, prefix }: { id: string; prefix: string }) => ({
		found: `id="${id}"`,
		expected: `an id that begins with ${prefix}-, because diagrams share a page`,
		mend: `Write id="${prefix}-${id}" and the same where it is used.`,
	}),
	'diagram-twice': ({ file }: { file: string }) => ({
		found: `diagrams/${file} beside another diagram of the same name`,
		expected:
			'a diagram to be a graph, a plot or drawn by hand; graphs and plots have their layout for phones by themselves',
		mend: 'Remove one of the two, or rename it.',
	}),
} satisfies Wordings;

const problem = problemOf({ ...kinds, ...sharedKinds });

const COLUMN = 340;
const WIDEST = 880;

const checkDiagrams: OwnCheck = function* (concept) {
	const intuition = stageBlocks(concept, INTUITION);
	const isDrawn = concept.componentsNamed('Diagram').some(({ node }) => intuition && standsIn(intuition, node));
	if (intuition && !isDrawn) yield problem('stage-undrawn', intuition.place, { title: intuition.title });
	const files = concept.namesIn('diagrams', '.svg');
	const written = [...concept.namesIn('diagrams', '.dot'), ...concept.namesIn('diagrams', '.plot.yaml')];
	const names = [...files, ...written].map(nameOf);
	for (const { node, attributes } of concept.componentsNamed('Diagram')) {
		const name = attributes.get('name');
		if (typeof name !== 'string' || names.includes(name) || !concept.body) continue;
		yield problem('diagram-missing', concept.body.placeOf(node), { name, nearest: nearest(name, names) });
	}
	const shown = new Set(concept.componentsNamed('Diagram').map(({ attributes }) => attributes.get('name')));
	for (const file of [...files, ...written]) {
		const place = { file: concept.pathOf(`diagrams/${file}`), line: 1 };
		if (concept.body && !shown.has(nameOf(file))) yield problem('diagram-unshown', place, { file });
		if (
			written.includes(file) &&
			[...files, ...written].some((other) => other !== file && nameOf(other) === nameOf(file))
		)
			yield problem('diagram-twice', place, { file });
	}
	for (const file of files) yield* checkPicture(concept, file, files);
};

/** What a page shows a file of the folder by. */
const nameOf = (file: string): string => file.replace(/((\.phone)?\.svg|\.dot|\.plot\.yaml)$/, '');

const drawingAttribute = /^(style|fill|stroke|color|stop-color|fill-opacity|stroke-opacity|opacity|on.+)$/;

function checkPicture(concept: ConceptSource, file: string, files: readonly string[]): Problem[] {
	const isPhone = file.endsWith('.phone.svg');
	const name = nameOf(file);
	const prefix = isPhone ? `${name}-phone` : name;
	const problems: Problem[] = [];
	const told = { title: '', desc: '' };
	const path: string[] = [];
	const parser = sax.parser(true, { position: true });
	const here = () => ({ file: concept.pathOf(`diagrams/${file}`), line: parser.line + 1 });

	const checkRoot = (viewBox: string | undefined): void => {
		const size = /^0 0 (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)$/.exec(viewBox ?? '');
		const width = Number(size?.[1]);
		const expectation = isPhone ? `viewBox="0 0 ${COLUMN} …"` : `viewBox="0 0 width height", at most ${WIDEST} wide`;
		if (!size || (isPhone ? width !== COLUMN : width > WIDEST)) {
			problems.push(problem('diagram-size', here(), { viewBox, expectation }));
		} else if (width > COLUMN && !files.includes(`${name}.phone.svg`)) {
			problems.push(problem('diagram-without-phone', here(), { name, width }));
		}
	};
	parser.onerror = (error) => {
		const message = error.message.split('\n')[0] ?? '';
		problems.push(problem('diagram-broken', here(), { message }));
		// After the first error the rest is noise.
		parser.onerror = () => {};
		parser.onopentag = () => {};
		parser.resume();
	};
	parser.onopentag = (tag) => {
		const attributes = tag.attributes as Record<string, string>;
		path.push(tag.name);
		if (path.length === 1) checkRoot(attributes.viewBox);
		if (/^(style|script|image|foreignObject|a|use)$/i.test(tag.name)) {
			problems.push(problem('diagram-styled', here(), { what: `<${tag.name}> in a diagram` }));
		}
		for (const [attribute, value] of Object.entries(attributes)) {
			if (drawingAttribute.test(attribute) && value !== 'none') {
				problems.push(problem('diagram-styled', here(), { what: `${attribute}="${value}" in a diagram` }));
			} else if (attribute === 'id' && !value.startsWith(`${prefix}-`)) {
				problems.push(problem('diagram-id', here(), { id: value, prefix }));
			} else if (attribute === 'class') {
				for (const word of value.split(/\s+/).filter((one) => one && !diagramClasses.includes(one))) {
					problems.push(problem('diagram-class', here(), { name: word, nearest: nearest(word, diagramClasses) }));
				}
			}
		}
	};
	parser.ontext = (text) => {
		const element = path.at(-1);
		if (path.length === 2 && (element === 'title' || element === 'desc')) told[element] += text.trim();
	};
	parser.onclosetag = () => path.pop();
	parser.write(concept.text(`diagrams/${file}`) ?? '').close();

	if (!problems.some(({ code }) => code === 'diagram-broken')) {
		for (const element of ['title', 'desc'] as const) {
			const place = { file: concept.pathOf(`diagrams/${file}`), line: 1 };
			if (told[element] === '') problems.push(problem('diagram-without-text', place, { element }));
		}
	}
	return problems;
}

export const check = { kinds, own: [checkDiagrams] } satisfies Check;
