/** How long a page is, in minutes of reading. */
import { problem } from '../problems.ts';
import { readingMinutes } from '../readingTime.ts';
import { writtenStagesOf } from '../stages.ts';
import type { ConceptCheck } from './check.ts';
import { stageBlocks } from './stageBlocks.ts';

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
