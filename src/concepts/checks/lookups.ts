/** `lookups.yaml` of a concept: its words lead to sections that the page has. */
import { nearest } from '../nearest.ts';
import { problemOf, rename, type Wordings } from '../problems.ts';
import type { Check, OwnCheck } from './check.ts';

const kinds = {
	'lookup-nowhere': ({ section, nearest }: { section: string; nearest: string | undefined }) => ({
		found: `words that lead to the section ${section}`,
		expected: 'the id of a stage or of a third-level heading of the page',
		mend: rename(nearest, 'Name a section that the page has, or remove the words.'),
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const checkLookups: OwnCheck = function* ({ lookups, teachingAnchors: anchors }) {
	// A page that does not parse has no sections to be held against.
	if (!lookups || !anchors) return;
	for (const section of lookups.keys) {
		if (anchors.has(section)) continue;
		yield problem('lookup-nowhere', lookups.placeOfKey(section), { section, nearest: nearest(section, anchors) });
	}
};

export const check = { kinds, own: [checkLookups] } satisfies Check;
