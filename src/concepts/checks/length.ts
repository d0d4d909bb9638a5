/** How long a page is, in minutes of reading. */
import { count, problemOf, type Wordings } from '../problems.ts';
import { readingMinutes } from '../readingTime.ts';
import { writtenStagesOf } from '../stages.ts';
import type { ConceptCheck } from './check.ts';
import { stageBlocks } from './stageBlocks.ts';

export const kinds = {
	'reading-time': ({ minutes, least, most }: { minutes: number; least: number; most: number }) => ({
		found: `${count(minutes, 'minute')} of reading in stages 1 to 4`,
		expected: `${least} to ${most} minutes`,
		mend: minutes < least ? 'Say what is missing.' : 'Cut what no interviewer asks about.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const LEAST = 9;
const MOST = 16;

export const checkLength: ConceptCheck = function* (concept) {
	// A stage that is missing or misspelt is told by itself.
	if (writtenStagesOf(concept.track).some(({ number }) => !stageBlocks(concept, number))) return;
	const minutes = readingMinutes(concept.outline, (file) => concept.text(`listings/${file}`));
	if (minutes < LEAST || minutes > MOST) {
		yield problem('reading-time', concept.place, { minutes, least: LEAST, most: MOST });
	}
};
