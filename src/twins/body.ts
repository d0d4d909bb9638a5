/** Stages 1 to 4 as Markdown: what the page's own text says, with components given way to words. */
import { type CalloutKind, calloutKinds } from '../concepts/calloutKinds.ts';
import { citation } from '../concepts/citations.ts';
import { withoutBindings } from '../concepts/outputs.ts';
import type { ConceptPage } from '../concepts/page.ts';
import type { Symbol as NotationSymbol } from '../concepts/schema/concept.ts';
import { INTUITION, type StageNumber, THIRD } from '../concepts/stageNumbers.ts';
import { readDiagramText } from '../diagrams/diagram.ts';
import { type ComponentText, markdownOf } from './mdxText.ts';

/** Where the links of a twin lead. */
export interface Addresses {
	/** The page itself. */
	readonly page: string;
	/** A path from the site's root, as authors write it: `/concepts/tokenization-bpe/`. */
	readonly of: (path: string) => string;
}

/** An attribute's value, where it has one. */
export function textOf(attributes: ReadonlyMap<string, string | true>, name: string): string | undefined {
	const value = attributes.get(name);
	return typeof value === 'string' ? value : undefined;
}

function quoted(text: string): string {
	return text.replaceAll(/^/gm, '> ').replaceAll(/^> $/gm, '>');
}

function componentsOf(page: ConceptPage, addresses: Addresses, Listing: ComponentText): Record<string, ComponentText> {
	const { slug } = page.summary;
	return {
		Cite: (attributes) => ` [${page.referenceNumber(textOf(attributes, 'id') ?? '')}]`,
		Shape: (_, content) => content,
		Out: (_, content) => content,
		Step: (_, content, position) => `**Step ${position}.**\n\n${content}`,
		Equation: (attributes, content) =>
			attributes.has('remember') ? `**The equation to remember**\n\n${content}` : content,
		Invariant: (attributes, content) => `**Invariant: ${textOf(attributes, 'name')}.** ${content}`,
		Failures: (_, content) => content,
		Callout: (attributes, content) => {
			const { title } = calloutKinds[textOf(attributes, 'kind') as CalloutKind];
			return quoted(title ? `*${title}*\n\n${content}` : content);
		},
		Diagram: (attributes, content) => {
			const { title, description } = readDiagramText(slug, textOf(attributes, 'name') ?? '');
			return `*Diagram: ${title}.* ${description}\n\n${content}`;
		},
		Figure: (attributes) =>
			`*Figure, to play with on [the page](${addresses.page}#figure-${textOf(attributes, 'name')}).*`,
		Listing,
	};
}

function notationTable(notation: readonly NotationSymbol[]): string {
	const cell = (text: string) => text.trim().replaceAll('|', '\\|').replaceAll('\n', ' ');
	const rows = notation.map(({ latex, meaning, shape, domain, code, aloud }) =>
		[`$${latex}$`, meaning, shape ?? domain ?? '', code ? `\`${code}\`` : '', aloud].map(cell).join(' | '),
	);
	const head = ['Symbol | Meaning | Shape or domain | In code | Said aloud', '--- | --- | --- | --- | ---'];
	return [...head, ...rows].map((row) => `| ${row} |`).join('\n');
}

/** The heading of a stage, as Markdown. */
export function headingOf({ stages }: ConceptPage, stage: StageNumber): string {
	return `## ${stages.find(({ number }) => number === stage)?.title}`;
}

/** Puts text at the end of the first stage and at the start of the third, where the page has it. */
function withInserts(body: string, page: ConceptPage): string {
	const { oneBreath, notation } = page.entry.data;
	const [second, third] = [`${headingOf(page, INTUITION)}\n`, `${headingOf(page, THIRD)}\n`];
	return body
		.replace(second, () => `### In one breath\n\n${oneBreath.trim()}\n\n${second}`)
		.replace(third, () => (notation.length > 0 ? `${third}\n${notationTable(notation)}\n` : third));
}

/** A text with its citations as numbers of the page's references, and without what binds its words to outputs. */
export function citedIn(page: ConceptPage, text: string): string {
	return withoutBindings(text).replaceAll(
		citation,
		(written, id: string) => `[${page.referenceNumber(id) ?? written}]`,
	);
}

/**
 * The whole body, from the first stage's heading to the end of the fourth.
 *
 * @param listing What stands for a listing: twins differ in that alone.
 */
export function bodyOf(page: ConceptPage, addresses: Addresses, listing: ComponentText): string {
	const text = markdownOf(page.body.blocks, componentsOf(page, addresses, listing), addresses.of);
	return citedIn(page, withInserts(text, page));
}

/** The references, numbered as they are cited. */
export function referenceList({ references }: ConceptPage): string {
	return references
		.map(({ authors, title, year, url }, index) => `${index + 1}. ${authors}, ${title}, ${year}. <${url}>`)
		.join('\n');
}
