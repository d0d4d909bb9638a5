/** References: enough, each cited where it is used, and nothing cited that is not there. */
import { visit } from 'unist-util-visit';
import { count } from '../../ground/words.ts';
import { citation } from '../citations.ts';
import { nearest } from '../nearest.ts';
import { problemOf, rename, type Wordings } from '../problems.ts';
import type { Passage } from '../reading/passage.ts';
import type { Place } from '../reading/place.ts';
import type { Check, OwnCheck } from './check.ts';
import { sharedKinds } from './shared.ts';

const kinds = {
	'references-few': ({ references, least }: { references: number; least: number }) => ({
		found: count(references, 'reference'),
		expected: `${least} or more`,
		mend: 'Add primary sources and cite each where it is used.',
	}),
	'reference-unused': ({ id }: { id: string }) => ({
		found: `the reference ${id}, which nothing cites`,
		expected: 'each reference to be cited where it is used',
		mend: `Write <Cite id="${id}" /> in the body or [@${id}] in a text field, or remove the reference.`,
	}),
	'reference-unknown': ({ id, nearest }: { id: string; nearest: string | undefined }) => ({
		found: `the reference ${id}`,
		expected: 'the id of an entry in references',
		mend: rename(nearest, 'Correct the id, or add the reference.'),
	}),
	'citation-form': ({ id, isMdx }: { id: string; isMdx: boolean }) => ({
		found: isMdx ? `[@${id}] in index.mdx` : `<Cite id="${id}" /> in a text field`,
		expected: isMdx ? '<Cite id="…" /> in the body' : '[@id] in a text field',
		mend: isMdx ? `Write <Cite id="${id}" />.` : `Write [@${id}].`,
	}),
	'reference-impossible': ({ url, objection }: { url: string; objection: string }) => ({
		found: `the address ${url}: ${objection}`,
		expected:
			'an address that can exist: arxiv.org/abs/ with year, month and number, doi.org/ with 10., registrant, slash and name',
		mend: 'Copy the address from the page of the source.',
	}),
} satisfies Wordings;

const problem = problemOf({ ...kinds, ...sharedKinds });

const REFERENCES = 5;

interface Citation {
	readonly id: string;
	readonly place: Place;
	/** Written in the form of the other kind of text. */
	readonly misformed: boolean;
	readonly isMdx: boolean;
}

/** arXiv numbers papers by year and month since April 2007, by five digits since 2015; before, by archive, year, month and three digits. */
const arxiv = /^(\d\d)(\d\d)\.(\d{4,5})(v[1-9]\d*)?$|^([a-z-]+(?:\.[A-Z]{2})?)\/(\d\d)(\d\d)\d{3}(v[1-9]\d*)?$/;

/** Why an address of arXiv or of a DOI cannot exist; undefined when it can. */
function objectionTo(url: string, today: string): string | undefined {
	const { hostname, pathname } = new URL(url);
	const doi = /^(?:dx\.)?doi\.org$/.test(hostname) ? decodeURIComponent(pathname.slice(1)) : undefined;
	if (doi !== undefined && !/^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(doi)) return `${doi || 'nothing'} is no DOI`;
	const number = /^(?:www\.|export\.)?arxiv\.org$/.test(hostname)
		? /^\/(?:abs|pdf|html)\/(.*?)(?:\.pdf)?\/?$/.exec(pathname)?.[1]
		: /^10\.48550\/arxiv\.(.*)$/i.exec(doi ?? '')?.[1];
	if (number === undefined) return undefined;
	const match = arxiv.exec(number);
	if (!match) return `${number} is no number of arXiv`;
	const [, year = match[6], month = match[7], digits] = match;
	if (Number(month) < 1 || Number(month) > 12) return `there is no month ${month}`;
	if (digits === undefined) return undefined;
	if (digits.length !== (Number(year) >= 15 ? 5 : 4))
		return `papers of 20${year} have ${Number(year) >= 15 ? 'five' : 'four'} digits`;
	return `20${year}-${month}` > today.slice(0, 7) ? `20${year}-${month} has not come yet` : undefined;
}

const checkReferences: OwnCheck = function* (concept, { today }) {
	const { frontmatter, body, passages, questions } = concept;
	const references = frontmatter?.get('references');
	if (!references) return;
	const ids: string[] = [];
	for (const entry of references.items.map((reference) => reference.get('id'))) {
		const id = entry.text;
		if (id === undefined) continue;
		const first = ids.indexOf(id);
		const line = references.items[first]?.place.line;
		if (line !== undefined) yield problem('id-doubled', entry.place, { id, kind: 'reference', line });
		ids.push(id);
	}
	if (references.items.length < REFERENCES) {
		yield problem('references-few', references.place, { references: references.items.length, least: REFERENCES });
	}

	for (const reference of references.items) {
		const url = reference.get('url');
		const objection = url.text && URL.canParse(url.text) ? objectionTo(url.text, today) : undefined;
		if (objection) yield problem('reference-impossible', url.place, { url: url.text ?? '', objection });
	}
	const citations = passages.flatMap(citationsIn);
	for (const { id, place, misformed, isMdx } of citations) {
		if (misformed) yield problem('citation-form', place, { id, isMdx });
		else if (!ids.includes(id)) yield problem('reference-unknown', place, { id, nearest: nearest(id, ids) });
	}
	for (const entry of questions?.items.flatMap((question) => question.get('sources').items) ?? []) {
		const id = entry.text;
		if (id !== undefined && !ids.includes(id)) {
			yield problem('reference-unknown', entry.place, { id, nearest: nearest(id, ids) });
		}
	}
	// What cites it may stand in a file that cannot be read.
	if (!body || concept.unread.size > 0) return;
	const cited = new Set(citations.map(({ id }) => id));
	for (const entry of references.items.map((reference) => reference.get('id'))) {
		if (entry.text !== undefined && !cited.has(entry.text)) {
			yield problem('reference-unused', entry.place, { id: entry.text });
		}
	}
};

function citationsIn(passage: Passage): Citation[] {
	const citations: Citation[] = [];
	const { isMdx } = passage;
	visit(passage.tree, (node) => {
		if (node.type === 'text') {
			for (const match of node.value.matchAll(citation)) {
				citations.push({ id: match[1] ?? '', place: passage.placeOf(node, match.index), misformed: isMdx, isMdx });
			}
		} else if (node.type === 'html') {
			const id = /^<Cite\s+id="([^"]*)"/.exec(node.value)?.[1];
			if (id !== undefined) citations.push({ id, place: passage.placeOf(node), misformed: true, isMdx });
		} else if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') {
			const id = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'id');
			if (node.name === 'Cite' && typeof id?.value === 'string') {
				citations.push({ id: id.value, place: passage.placeOf(node), misformed: false, isMdx });
			}
		}
	});
	return citations;
}

export const check = { kinds, own: [checkReferences] } satisfies Check;
