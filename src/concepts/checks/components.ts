/** Components in MDX: only the listed ones, with their attributes, around what they are for. */

import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { count } from '../../ground/words.ts';
import { calloutKinds } from '../calloutKinds.ts';
import { type AttributeRule, type ComponentRule, componentRules } from '../components.ts';
import { nearest } from '../nearest.ts';
import { wordsIn } from '../outline.ts';
import { anyOf, type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import type { WrittenComponent } from '../reading/content.ts';
import type { Passage } from '../reading/passage.ts';
import type { Place } from '../reading/place.ts';
import { id as idSchema } from '../schema/text.ts';
import { THIRD } from '../stageNumbers.ts';
import { trackRules } from '../tracks.ts';
import type { Check, ConceptCheck, OwnCheck } from './check.ts';
import { sharedKinds } from './shared.ts';
import { stageBlocks, standsIn } from './stageBlocks.ts';

const kinds = {
	'component-unknown': ({ name, nearest, known }: { name: string; nearest: string | undefined; known: string[] }) => ({
		found: `<${name}>`,
		expected: anyOf(known),
		mend: rename(nearest && `<${nearest}>`, 'Write it in Markdown, or with one of these components.'),
	}),
	'attribute-unknown': ({
		component,
		attribute,
		nearest,
		known,
	}: {
		component: string;
		attribute: string;
		nearest: string | undefined;
		known: string[];
	}) => ({
		found: `${attribute} on <${component}>`,
		expected: known.length > 0 ? anyOf(known) : 'no attributes',
		mend: rename(nearest, 'Remove it.'),
	}),
	'attribute-missing': ({ component, attribute }: { component: string; attribute: string }) => ({
		found: `<${component}> without ${attribute}`,
		expected: `<${component} ${attribute}="…">`,
		mend: `Add ${attribute}.`,
	}),
	'figure-missing': ({ name, nearest }: { name: string; nearest: string | undefined }) => ({
		found: `<Figure name="${name}">, but no src/figures/${name}`,
		expected: 'the name of a folder of src/figures',
		mend: rename(
			nearest && `name="${nearest}"`,
			`Correct the name, or make the figure: npm run new -- --figure ${name}.`,
		),
	}),
	'attribute-wrong': ({
		component,
		attribute,
		value,
		expectation,
		nearest,
	}: {
		component: string;
		attribute: string;
		value: string | undefined;
		expectation: string;
		nearest: string | undefined;
	}) => ({
		found: `${attribute}${value === undefined ? '' : `="${value}"`} on <${component}>`,
		expected: expectation,
		mend: rename(nearest && `${attribute}="${nearest}"`, `Correct ${attribute}.`),
	}),
	'component-empty': ({ name, content }: { name: string; content: string }) => ({
		found: `<${name}> without ${content}`,
		expected: `${content} between <${name}> and </${name}>`,
		mend: 'Write it; a block needs an empty line after the opening and before the closing tag.',
	}),
	'formula-count': ({ name, formulas }: { name: string; formulas: number }) => ({
		found: `<${name}> with ${count(formulas, 'display formula')}`,
		expected: 'exactly one',
		mend:
			formulas === 0
				? 'Put $$ on a line of its own before and after the formula, with empty lines around.'
				: `Give each formula its own <${name}>.`,
	}),
	'side-note-long': ({ words, most }: { words: number; most: number }) => ({
		found: `a side note of ${count(words, 'word')}`,
		expected: `at most ${most}`,
		mend: 'Shorten it, or move it into the text.',
	}),
	'side-notes-many': ({ notes, most }: { notes: number; most: number }) => ({
		found: `side note number ${notes}`,
		expected: `at most ${most} on a page`,
		mend: 'Leave out the weakest, or move it into the text.',
	}),
	'remember-count': ({ equations }: { equations: number }) => ({
		found: equations === 0 ? 'no equation to remember' : 'a second equation to remember',
		expected: 'exactly one <Equation id="…" remember>',
		mend: equations === 0 ? 'Mark the one equation to remember, in stage 3.' : 'Leave out remember on all but one.',
	}),
	'remember-place': ({ title }: { title: string }) => ({
		found: 'the equation to remember in another stage',
		expected: `it under ## ${title}`,
		mend: 'Move it there.',
	}),
} satisfies Wordings;

const problem = problemOf({ ...kinds, ...sharedKinds });

const SIDE_NOTE_WORDS = 45;
const SIDE_NOTES = 4;

const checkComponents: ConceptCheck = function* ({ body, components }, { figures }) {
	if (!body) return;
	const rules = componentRules(figures);
	const known = Object.keys(rules);
	for (const component of components) {
		const place = body.placeOf(component.node);
		const rule = rules[component.name];
		if (!rule) {
			const { name } = component;
			yield problem('component-unknown', place, { name, nearest: nearest(name, known), known });
			continue;
		}
		yield* checkAttributes(component, rule, place);
		yield* checkContent(component, rule, place);
	}
};

function* checkAttributes(
	{ node, name, attributes }: WrittenComponent,
	rule: ComponentRule,
	place: Place,
): Generator<Problem> {
	const known = Object.keys(rule.attributes);
	for (const attribute of node.attributes) {
		const written = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
		if (!known.includes(written)) {
			yield problem('attribute-unknown', place, {
				component: name,
				attribute: written,
				nearest: nearest(written, known),
				known,
			});
		} else if (attribute.value !== null && typeof attribute.value === 'object') {
			const value = `{${attribute.value?.value ?? ''}}`;
			const expectation = 'plain text between quotes';
			yield problem('attribute-wrong', place, {
				component: name,
				attribute: written,
				value,
				expectation,
				nearest: undefined,
			});
		}
	}
	for (const [attribute, expected] of Object.entries(rule.attributes)) {
		const value = attributes.get(attribute);
		if (value === undefined) {
			const isExpression = node.attributes.some((one) => one.type === 'mdxJsxAttribute' && one.name === attribute);
			if (expected.required && !isExpression) yield problem('attribute-missing', place, { component: name, attribute });
			continue;
		}
		const expectation = objectionTo(value, expected);
		if (expectation && expected.oneOf && name === 'Figure' && typeof value === 'string' && value) {
			yield problem('figure-missing', place, { name: value, nearest: nearest(value, expected.oneOf) });
		} else if (expectation) {
			const meant = typeof value === 'string' ? nearest(value, expected.oneOf ?? []) : undefined;
			const said = value === true ? undefined : value;
			yield problem('attribute-wrong', place, { component: name, attribute, value: said, expectation, nearest: meant });
		}
	}
}

/** What an attribute should be instead; undefined when it is right. */
function objectionTo(value: string | true, rule: AttributeRule): string | undefined {
	if (rule.flag) return value === true ? undefined : 'no value';
	if (value === true || value === '') return 'a value between quotes';
	return rule.oneOf && !rule.oneOf.includes(value) ? anyOf(rule.oneOf) : undefined;
}

function* checkContent({ node, name }: WrittenComponent, { content }: ComponentRule, place: Place): Generator<Problem> {
	let formulas = 0;
	visit(node, 'math', () => {
		formulas += 1;
	});
	if (content && textOf(node).trim() === '') {
		yield problem('component-empty', place, { name, content });
	} else if (name === 'Step' || name === 'Equation') {
		if (formulas !== 1) yield problem('formula-count', place, { name, formulas });
		else if (name === 'Step' && node.children.length < 2) {
			yield problem('component-empty', place, { name, content: 'the reason of the step' });
		}
	}
}

/** Ids that links name: well formed, and each once. */
export function* checkNames(
	body: Passage,
	component: string,
	written: readonly WrittenComponent[],
): Generator<Problem> {
	const lines = new Map<string, number>();
	for (const { node, attributes } of written) {
		const id = attributes.get('id');
		const place = body.placeOf(node);
		if (typeof id !== 'string') continue;
		const line = lines.get(id);
		if (!idSchema.safeParse(id).success) {
			const expectation = 'lower-case words and digits joined by single hyphens';
			yield problem('attribute-wrong', place, {
				component,
				attribute: 'id',
				value: id,
				expectation,
				nearest: undefined,
			});
		} else if (line !== undefined) yield problem('id-doubled', place, { id, kind: component.toLowerCase(), line });
		else lines.set(id, place.line);
	}
}

/** Ids of equations, and the one equation to remember. */
const checkEquations: OwnCheck = function* (concept) {
	const { body } = concept;
	if (!body) return;
	const equations = concept.componentsNamed('Equation');
	yield* checkNames(body, 'Equation', equations);

	const third = stageBlocks(concept, THIRD);
	// Other tracks have something else to remember: their costs, see internals.ts.
	if (!trackRules[concept.track].equations) return;
	const remembered = equations.filter(({ attributes }) => attributes.has('remember'));
	if (remembered.length === 0) yield problem('remember-count', third?.place ?? concept.place, { equations: 0 });
	for (const [index, { node }] of remembered.entries()) {
		const place = body.placeOf(node);
		if (index > 0) yield problem('remember-count', place, { equations: index + 1 });
		else if (third && !standsIn(third, node)) {
			yield problem('remember-place', place, { title: third.title });
		}
	}
};

/** Side notes are short and few, or the margin overflows. */
const checkSideNotes: OwnCheck = function* (concept) {
	const { body } = concept;
	if (!body) return;
	const notes = concept.componentsNamed('Callout').filter(({ attributes }) => {
		const kind = String(attributes.get('kind'));
		return Object.entries(calloutKinds).some(([name, { place }]) => name === kind && place === 'margin');
	});
	for (const [index, { node }] of notes.entries()) {
		const words = wordsIn(textOf(node));
		if (words > SIDE_NOTE_WORDS) yield problem('side-note-long', body.placeOf(node), { words, most: SIDE_NOTE_WORDS });
		if (index === SIDE_NOTES)
			yield problem('side-notes-many', body.placeOf(node), { notes: index + 1, most: SIDE_NOTES });
	}
};

export const check = { kinds, own: [checkEquations, checkSideNotes], among: [checkComponents] } satisfies Check;
