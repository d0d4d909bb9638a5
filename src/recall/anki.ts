/**
 * Prompts as a text file for Anki. The first field of a note is the prompt's permanent id: importing a newer file again updates the
 * notes and leaves their schedule alone.
 */
import type { AnkiText } from './prompts.ts';

export interface AnkiConcept {
	readonly slug: string;
	readonly name: string;
	/** Title of the concept's category. */
	readonly category: string;
	/** Address of its page, with origin, for the link to the section that answers a prompt. */
	readonly address: string;
	readonly prompts: readonly AnkiText[];
}

const columns = ['Id', 'Question', 'Answer', 'Source', 'Deck', 'Tags'] as const;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&"<>]/g, (character) => escapes[character] ?? '');

/** Quoted, so that tabs, line breaks and quotes inside stay inside; a listing needs its lines. */
function field(text: string): string {
	return `"${text.replaceAll('"', '""')}"`;
}

/** Links that start at the site's root, or at an anchor of the concept's page, work outside of the site. */
function withAddresses(html: string, address: string): string {
	return html.replace(/href="([/#][^"]*)"/g, (_, path: string) => `href="${escaped(new URL(path, address).href)}"`);
}

/** `::` would open a deck inside the deck. */
const deckName = (text: string): string => text.replaceAll('::', ':');

function rowsOf({ slug, name, category, address, prompts }: AnkiConcept): string[] {
	const deck = ['Sixfold', category, name].map(deckName).join('::');
	return prompts.map(({ id, kind, see, section, ask, answer }) => {
		const source = `<a href="${escaped(address)}#${see}">${escaped(`${name}: ${section}`)}</a>`;
		const texts = [ask, answer].map((html) => withAddresses(html, address));
		return [`${slug}/${id}`, ...texts, source, deck, `sixfold sixfold::${slug} sixfold::${kind}`].map(field).join('\t');
	});
}

/** The file's text, for prompts of any number of concepts. */
export function ankiFile(concepts: readonly AnkiConcept[]): string {
	const headers = [
		'#separator:Tab',
		'#html:true',
		`#columns:${columns.join('\t')}`,
		`#deck column:${columns.indexOf('Deck') + 1}`,
		`#tags column:${columns.indexOf('Tags') + 1}`,
	];
	return `${[...headers, ...concepts.flatMap(rowsOf)].join('\n')}\n`;
}
