/** The six stages: their names, order and permanent anchors. Everything that counts to six reads it from here. */
import type { Track } from './schema/category.ts';
import { tracks } from './tracks.ts';

/** Position of a stage in the walkthrough, from 1. */
export type StageNumber = 1 | 2 | 3 | 4 | 5 | 6;

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

/** The titles of the six stages for whoever speaks of both tracks: "The math or internals & complexity". */
export function stageTitles(): readonly string[] {
	return stagesOf('ml').map(({ title }, index) => {
		const other = stagesOf('swe')[index]?.title ?? title;
		return other === title ? title : `${title} or ${other.charAt(0).toLowerCase()}${other.slice(1)}`;
	});
}

/** The stages that an author writes as sections of `index.mdx`; the other two come from YAML. */
export function writtenStagesOf(track: Track): readonly Stage[] {
	return stagesOf(track).filter((stage) => stage.number <= 4);
}
