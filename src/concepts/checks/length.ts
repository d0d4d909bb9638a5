/** How long a page is, in words and in minutes of reading, and that no stage is skipped over. */
import { count } from '../../ground/words.ts';
import { problemOf, type Wordings } from '../problems.ts';
import { readingMinutes } from '../readingTime.ts';
import { writtenStagesOf } from '../stages.ts';
import type { Check, OwnCheck } from './check.ts';
import { stageBlocks } from './stageBlocks.ts';

const MINUTES = { least: 9, most: 18 };
const WORDS = { least: 1600, most: 2800 };
const STAGE_WORDS = 100;

const shown = (number: number): string => number.toLocaleString('en-US');

const kinds = {
	'reading-time': ({ minutes, least, most }: { minutes: number; least: number; most: number }) => ({
		found: `${count(minutes, 'minute')} of reading in stages 1 to 4`,
		expected: `${least} to ${most} minutes`,
		mend: minutes < least ? 'Say what is missing.' : 'Cut what no interviewer asks about.',
	}),
	'words-count': ({ words, least, most }: { words: number; least: number; most: number }) => ({
		found: `${shown(words)} words in stages 1 to 4`,
		expected: `${shown(least)} to ${shown(most)}`,
		mend: words < least ? 'Say what is missing.' : 'Cut what no interviewer asks about.',
	}),
	'stage-short': ({ title, words, least }: { title: string; words: number; least: number }) => ({
		found: `${count(words, 'word')} under ## ${title}`,
		expected: `${least} or more`,
		mend: 'Write what the stage is for.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const isWithin = (value: number, { least, most }: { least: number; most: number }): boolean =>
	least <= value && value <= most;

const checkLength: OwnCheck = function* (concept) {
	const stages = writtenStagesOf(concept.track).flatMap((stage) => stageBlocks(concept, stage.number) ?? []);
	// A stage that is missing or misspelt is told by itself, and so is an empty one.
	if (stages.length < concept.outline.length) return;
	for (const [index, { words }] of concept.outline.entries()) {
		const stage = stages[index];
		if (!stage || words >= STAGE_WORDS || stage.blocks.length === 0) continue;
		yield problem('stage-short', stage.place, { title: stage.title, words, least: STAGE_WORDS });
	}
	const words = concept.outline.reduce((sum, stage) => sum + stage.words, 0);
	if (!isWithin(words, WORDS)) yield problem('words-count', concept.place, { words, ...WORDS });
	const minutes = readingMinutes(concept.outline, (file) => concept.text(`listings/${file}`));
	if (!isWithin(minutes, MINUTES)) yield problem('reading-time', concept.place, { minutes, ...MINUTES });
};

export const check = { kinds, own: [checkLength] } satisfies Check;
