/** Breaks: each changes one place of its listing, and the recorded output of the change differs. */
import { count } from '../../ground/words.ts';
import { changed } from '../listing.ts';
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import type { ConceptSource } from '../reading/content.ts';
import type { YamlEntry } from '../reading/yaml.ts';
import { type RunRecord, readRecord, sourceHash } from '../schema/record.ts';
import type { Check, OwnCheck } from './check.ts';

const kinds = {
	'breaks-few': ({ breaks, least }: { breaks: number; least: number }) => ({
		found: count(breaks, 'break'),
		expected: `${least} or more`,
		mend: 'Name small changes and what they do in listings/<name>.breaks.yaml: id, title, find, replace, expect.',
	}),
	'break-misses': ({ file, matches }: { file: string; matches: number }) => ({
		found: `find that occurs ${matches === 0 ? 'nowhere' : count(matches, 'time')} in listings/${file}`,
		expected: 'code that occurs exactly once',
		mend:
			matches === 0
				? 'Copy it from the listing, spaces included; of several lines, begin after the indentation of the first, which YAML would take from all.'
				: 'Add what stands before or after it.',
	}),
	'break-unrecorded': ({ slug, file, id }: { slug: string; file: string; id: string }) => ({
		found: `the break ${id} of listings/${file} without its output`,
		expected: 'the recorded output of every break',
		mend: `Run npm run listings -- ${slug}.`,
	}),
	'break-stale': ({ slug, file, id }: { slug: string; file: string; id: string }) => ({
		found: `the break ${id} of listings/${file}, changed since its output was recorded`,
		expected: 'the output of the change as it stands',
		mend: `Run npm run listings -- ${slug}.`,
	}),
	'break-idle': ({ file }: { file: string }) => ({
		found: `a change after which listings/${file} prints the same`,
		expected: 'a change that shows in the output',
		mend: 'Choose another one, or let the listing print what it changes.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const BREAKS = 2;

const checkBreaks: OwnCheck = function* (concept) {
	let breaks = 0;
	for (const [name, entries] of concept.breaks) {
		const record = readRecord(concept.text(`listings/${name.replace(/\.py$/, '.run.json')}`));
		for (const entry of entries.items) yield* checkBreak(concept, name, entry, record);
		breaks += entries.items.length;
	}
	const isUnread = [...concept.unread].some((file) => file.endsWith('.breaks.yaml'));
	if (breaks < BREAKS && !isUnread) yield problem('breaks-few', concept.place, { breaks, least: BREAKS });
};

function* checkBreak(
	concept: ConceptSource,
	name: string,
	entry: YamlEntry,
	record: RunRecord | undefined,
): Generator<Problem> {
	const [id, find, replace] = ['id', 'find', 'replace'].map((field) => entry.get(field).text);
	const source = concept.text(`listings/${name}`);
	if (source === undefined || id === undefined || !find || replace === undefined) return;
	const place = entry.get('find').place;
	const matches = source.split(find).length - 1;
	const after = changed(source, { find, replace });
	if (after === undefined) {
		yield problem('break-misses', place, { file: name, matches });
		return;
	}
	// A listing that is to be recorded is told by itself, and its breaks are recorded with it.
	if (record?.sourceHash !== sourceHash(source)) return;
	const output = concept.text(`listings/${name.replace(/\.py$/, `.${id}.out`)}`);
	const hash = record.breaks?.[id];
	const { slug } = concept;
	if (output === undefined || hash === undefined) yield problem('break-unrecorded', place, { slug, file: name, id });
	else if (hash !== sourceHash(after)) yield problem('break-stale', place, { slug, file: name, id });
	else if (output === concept.text(`listings/${name.replace(/\.py$/, '.out')}`)) {
		yield problem('break-idle', place, { file: name });
	}
}

export const check = { kinds, own: [checkBreaks] } satisfies Check;
