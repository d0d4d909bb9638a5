/** Listings: each is shown, and each has the recorded output of the source as it stands. */
import { count } from '../../ground/words.ts';
import { linesOf, readHighlight, regionsOf, shownSpan, showsEnd } from '../listing.ts';
import { nearest } from '../nearest.ts';
import { type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import type { ConceptSource, WrittenComponent } from '../reading/content.ts';
import type { Place } from '../reading/place.ts';
import { type RunRecord, readRecord, sourceHash } from '../schema/record.ts';
import { trackRules } from '../tracks.ts';
import type { Check, OwnCheck } from './check.ts';
import { sharedKinds } from './shared.ts';

const kinds = {
	'listing-missing': ({ file, nearest }: { file: string; nearest: string | undefined }) => ({
		found: `<Listing file="${file}">, but no listings/${file}`,
		expected: 'a file of the folder listings',
		mend: rename(nearest && `file="${nearest}"`, 'Add the file, or correct its name.'),
	}),
	'listing-unshown': ({ file }: { file: string }) => ({
		found: `listings/${file}, which the page never shows`,
		expected: 'every listing to be shown',
		mend: `Add <Listing file="${file}" />, or remove the file.`,
	}),
	'output-unshown': ({ file }: { file: string }) => ({
		found: `listings/${file}, shown only in parts that stop before its end`,
		expected: 'the whole listing or its last part to be shown, with the output beneath it',
		mend: `Add <Listing file="${file}" />, or a region that runs to the end.`,
	}),
	'listing-unrecorded': ({ slug, file, missing }: { slug: string; file: string; missing: string }) => ({
		found: `listings/${file} without ${missing}`,
		expected: 'the recorded output of every listing',
		mend: `Run npm run listings -- ${slug}.`,
	}),
	'listing-stale': ({ slug, file }: { slug: string; file: string }) => ({
		found: `listings/${file}, changed since its output was recorded`,
		expected: 'the output of the listing as it stands',
		mend: `Run npm run listings -- ${slug}.`,
	}),
	'listing-long': ({ lines, most }: { lines: number; most: number }) => ({
		found: `a listing of ${count(lines, 'line')}`,
		expected: `at most ${most}`,
		mend: 'Shorten it, or split it in two.',
	}),
	'listing-wide': ({ width, most }: { width: number; most: number }) => ({
		found: `a line of ${count(width, 'character')}`,
		expected: `at most ${most}`,
		mend: 'Break the line.',
	}),
	'output-long': ({ lines, most }: { lines: number; most: number }) => ({
		found: `an output of ${count(lines, 'line')}`,
		expected: `at most ${most}`,
		mend: 'Print less: what proves the point.',
	}),
	'output-wide': ({ width, most }: { width: number; most: number }) => ({
		found: `a line of ${count(width, 'character')} in an output`,
		expected: `at most ${most}, what a page shows without scrolling`,
		mend: 'Print shorter lines.',
	}),
	'output-empty': () => ({
		found: 'an output without a word',
		expected: 'something printed that proves the point',
		mend: 'Print what the listing is there to show.',
	}),
	'listings-few': ({ listings }: { listings: number }) => ({
		found: count(listings, 'listing'),
		expected: 'two or more: from scratch, and as people really write it',
		mend: 'Add a listing.',
	}),
	'listings-need-packages': () => ({
		found: 'no listing that runs with the standard library alone',
		expected: 'at least one',
		mend: 'Write the idea once from scratch.',
	}),
	'listings-without-library': () => ({
		found: 'no listing that imports anything beside the standard library',
		expected: 'at least one against the real library',
		mend: 'Add a listing that checks the idea against the library that people use.',
	}),
	'region-missing': ({ file, region, nearest }: { file: string; region: string; nearest: string | undefined }) => ({
		found: `the region ${region} of ${file}`,
		expected: `lines between # region: ${region} and # endregion`,
		mend: rename(nearest && `region="${nearest}"`, 'Mark the region in the listing, or correct its name.'),
	}),
	'region-open': ({ region }: { region: string }) => ({
		found: `the region ${region}, which is never closed`,
		expected: '# endregion after its last line',
		mend: 'Add # endregion.',
	}),
	'region-doubled': ({ region }: { region: string }) => ({
		found: `a second region ${region}`,
		expected: 'each region of a listing once',
		mend: 'Rename one of the two.',
	}),
	'highlight-outside': ({ lines, first, last }: { lines: string; first: number; last: number }) => ({
		found: `highlight="${lines}"`,
		expected: `lines of the whole file, here from ${first} to ${last}`,
		mend: 'Correct the line numbers.',
	}),
} satisfies Wordings;

const problem = problemOf({ ...kinds, ...sharedKinds });

const LINES = 60;
const WIDTH = 84;
const LISTINGS = 2;

/** The files: their form and their record. */
const checkListings: OwnCheck = function* (concept, { today }) {
	const names = concept.namesIn('listings', '.py');
	const shown = concept.componentsNamed('Listing').map(({ attributes }) => attributes);
	const records: RunRecord[] = [];
	for (const name of names) {
		yield* checkSource(concept, name);
		const record = yield* checkRecord(concept, name, today);
		if (record) records.push(record);
		const place = { file: concept.pathOf(`listings/${name}`), line: 1 };
		const source = concept.text(`listings/${name}`) ?? '';
		const parts = shown.filter((attributes) => attributes.get('file') === name);
		if (!concept.body) continue;
		if (parts.length === 0) yield problem('listing-unshown', place, { file: name });
		else if (!parts.some((attributes) => showsEnd(source, regionIn(attributes))))
			yield problem('output-unshown', place, { file: name });
	}
	for (const file of concept.files.keys()) if (/^listings\/.*\.out$/.test(file)) yield* checkOutput(concept, file);
	if (names.length < LISTINGS) yield problem('listings-few', concept.place, { listings: names.length });
	const alone = records.some(({ packages }) => Object.keys(packages).length === 0);
	if (names.length > 0 && records.length === names.length) {
		const withLibrary = records.some(({ packages }) => Object.keys(packages).length > 0);
		if (!alone) yield problem('listings-need-packages', concept.place);
		if (trackRules[concept.track].library && !withLibrary) yield problem('listings-without-library', concept.place);
	}
};

function regionIn(attributes: WrittenComponent['attributes']): string | undefined {
	const region = attributes.get('region');
	return typeof region === 'string' ? region : undefined;
}

function* checkSource(concept: ConceptSource, name: string): Generator<Problem> {
	const source = concept.text(`listings/${name}`) ?? '';
	const at = (line: number): Place => ({ file: concept.pathOf(`listings/${name}`), line });
	const lines = linesOf(source);
	if (lines.length > LINES) yield problem('listing-long', at(LINES + 1), { lines: lines.length, most: LINES });
	for (const [index, line] of lines.entries()) {
		if (line.length > WIDTH) yield problem('listing-wide', at(index + 1), { width: line.length, most: WIDTH });
	}
	const regions = regionsOf(source);
	for (const { name: region, first, closed } of regions) {
		if (!closed) yield problem('region-open', at(first - 1), { region });
		if (regions.some((other) => other.name === region && other.first < first)) {
			yield problem('region-doubled', at(first - 1), { region });
		}
	}
}

/** What a listing or a break of it printed, for a reader to take in. */
function* checkOutput(concept: ConceptSource, file: string): Generator<Problem> {
	const lines = linesOf(concept.text(file) ?? '');
	const at = (line: number): Place => ({ file: concept.pathOf(file), line });
	if (lines.every((line) => line.trim() === '')) yield problem('output-empty', at(1));
	if (lines.length > LINES) yield problem('output-long', at(LINES + 1), { lines: lines.length, most: LINES });
	const wide = lines.findIndex((line) => line.length > WIDTH);
	if (wide >= 0) yield problem('output-wide', at(wide + 1), { width: lines[wide]?.length ?? 0, most: WIDTH });
}

/** Returns the record where it is there and readable. */
function* checkRecord(concept: ConceptSource, name: string, today: string): Generator<Problem, RunRecord | undefined> {
	const file = `listings/${name}`;
	const stem = file.replace(/\.py$/, '');
	const missing = ['.out', '.run.json'].map((extension) => stem + extension).filter((path) => !concept.files.has(path));
	if (missing.length > 0) {
		const place = { file: concept.pathOf(file), line: 1 };
		yield problem('listing-unrecorded', place, { slug: concept.slug, file: name, missing: missing.join(' and ') });
	}
	const place = { file: concept.pathOf(`${stem}.run.json`), line: 1 };
	const written = concept.text(`${stem}.run.json`);
	if (written === undefined) return undefined;
	const record = readRecord(written);
	if (!record) {
		yield problem('listing-unrecorded', place, { slug: concept.slug, file: name, missing: 'a readable .run.json' });
		return undefined;
	}
	if (sourceHash(concept.files.get(file) ?? '') !== record.sourceHash) {
		yield problem('listing-stale', { file: concept.pathOf(file), line: 1 }, { slug: concept.slug, file: name });
	}
	if (record.date > today) yield problem('date-future', place, { field: 'date', date: record.date, today });
	return record;
}

/** What `<Listing>` asks for: a file, a region of it, lines to mark. */
const checkShownListings: OwnCheck = function* (concept) {
	for (const component of concept.componentsNamed('Listing')) {
		if (concept.body) yield* checkShown(concept, component, concept.body.placeOf(component.node));
	}
};

function* checkShown(concept: ConceptSource, { attributes }: WrittenComponent, place: Place): Generator<Problem> {
	const [file, region, lines] = [attributes.get('file'), attributes.get('region'), attributes.get('highlight')];
	if (typeof file !== 'string' || file === '') return;
	const source = concept.text(`listings/${file}`);
	if (source === undefined) {
		yield problem('listing-missing', place, { file, nearest: nearest(file, concept.namesIn('listings', '.py')) });
		return;
	}
	const span = shownSpan(source, regionIn(attributes));
	if (!span) {
		const names = regionsOf(source).map(({ name }) => name);
		yield problem('region-missing', place, { file, region: String(region), nearest: nearest(String(region), names) });
	} else if (typeof lines === 'string') {
		const inside = readHighlight(lines)?.every(({ first, last }) => span.first <= first && last <= span.last);
		if (!inside) yield problem('highlight-outside', place, { lines, ...span });
	}
}

export const check = { kinds, own: [checkListings, checkShownListings] } satisfies Check;
