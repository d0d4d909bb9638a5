/** The six stages: their names, order and permanent anchors. */
import { type StageNumber, stageNumbers } from './stageNumbers.ts';
import { type Track, trackNames, tracks } from './tracks.ts';

export interface Stage {
	readonly number: StageNumber;
	/** The h2 of the stage, exactly as an author writes it for stages 1 to 4. */
	readonly title: string;
	/** Permanent fragment of the stage's address, without `#`. */
	readonly anchor: string;
}

/** The six stages of a track, in order. */
export function stagesOf(track: Track): readonly Stage[] {
	return [
		{ number: 1, title: 'Big picture', anchor: 'big-picture' },
		{ number: 2, title: 'Intuition', anchor: 'intuition' },
		{ number: 3, ...tracks[track].third },
		{ number: 4, title: 'Runnable code', anchor: 'code' },
		{ number: 5, title: 'Interview questions', anchor: 'questions' },
		{ number: 6, title: 'Retrieval check', anchor: 'retrieval' },
	];
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
	return stagesOf(track).filter((stage) => stage.number <= 4);
}
