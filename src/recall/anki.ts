/**
 * Prompts as a text file for Anki, which imports it with no choice to make. A note's guid is the prompt's permanent id: importing a newer
 * file again updates the notes and leaves their schedule alone.
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

/** What a row holds. Fields of the note are the columns that are nothing else: Anki fills them in order, in any language of its own. */
const columns = ['guid', 'front', 'back', 'deck', 'tags'] as const;

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
		const [question, reply] = [ask, answer].map((html) => withAddresses(html, address));
		const row: Record<(typeof columns)[number], string> = {
			guid: `sixfold:${slug}/${id}`,
			front: question ?? '',
			back: `${reply}\n<p>${source}</p>`,
			deck,
			tags: `sixfold sixfold::${slug} sixfold::${kind}`,
		};
		return columns.map((column) => field(row[column])).join('\t');
	});
}

/**
 * The file's text, for prompts of any number of concepts. Columns carry no names: Anki would look for fields that are called so, and its
 * own "Front" is called otherwise in most languages.
 */
export function ankiFile(concepts: readonly AnkiConcept[]): string {
	const numberOf = (column: (typeof columns)[number]): number => columns.indexOf(column) + 1;
	const headers = [
		'#separator:Tab',
		'#html:true',
		'#notetype:Basic',
		`#guid column:${numberOf('guid')}`,
		`#deck column:${numberOf('deck')}`,
		`#tags column:${numberOf('tags')}`,
	];
	return `${[...headers, ...concepts.flatMap(rowsOf)].join('\n')}\n`;
}
