/** The six stages: their names, order and permanent anchors. */
import {
	BIG_PICTURE,
	CODE,
	INTUITION,
	QUESTIONS,
	RETRIEVAL,
	type StageNumber,
	THIRD,
	type WrittenStage,
} from './stageNumbers.ts';
import { type Track, trackNames, tracks } from './tracks.ts';

export interface Stage {
	readonly number: StageNumber;
	/** The h2 of the stage, exactly as an author writes it for stages 1 to 4. */
	readonly title: string;
	/** Permanent fragment of the stage's address, without `#`. */
	readonly anchor: string;
}

/** Positions of the stages that an author writes, and of all six, in order. */
export const writtenStages: readonly WrittenStage[] = [BIG_PICTURE, INTUITION, THIRD, CODE];
export const stageNumbers: readonly StageNumber[] = [...writtenStages, QUESTIONS, RETRIEVAL];

/** The stages that are called the same on every track. */
const everywhere = {
	[BIG_PICTURE]: { title: 'Big picture', anchor: 'big-picture' },
	[INTUITION]: { title: 'Intuition', anchor: 'intuition' },
	[CODE]: { title: 'Runnable code', anchor: 'code' },
	[QUESTIONS]: { title: 'Interview questions', anchor: 'questions' },
	[RETRIEVAL]: { title: 'Retrieval check', anchor: 'retrieval' },
};

/** Where a stage stands on the page of any concept, without `#`. The third is called by its track: see `tracks.ts`. */
export function anchorOf(stage: keyof typeof everywhere): string {
	return everywhere[stage].anchor;
}

/** The six stages of a track, in order. */
export function stagesOf(track: Track): readonly Stage[] {
	return stageNumbers.map((number) => ({ number, ...(number === THIRD ? tracks[track].third : everywhere[number]) }));
}

/** The titles of the six stages for whoever speaks of all tracks: "The math or internals & complexity". */
export function stageTitles(): readonly string[] {
	const known = trackNames.map((track) => stagesOf(track).map(({ title }) => title));
	return stageNumbers.map((number) => {
		const [first = '', ...others] = new Set(known.map((titles) => titles[number - 1] ?? ''));
		return [first, ...others.map((title) => `${title.charAt(0).toLowerCase()}${title.slice(1)}`)].join(' or ');
	});
}

/** The stages that an author writes as sections of `index.mdx`; the other two come from YAML. */
export function writtenStagesOf(track: Track): readonly Stage[] {
	return stagesOf(track).slice(0, writtenStages.length);
}
