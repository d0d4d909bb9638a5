/** The two tracks, each a record: what it is called, and the stage in which its concepts differ. */
import type { Track } from './schema/category.ts';

export interface TrackRecord {
	readonly title: string;
	/** Its third stage: the h2, exactly as an author writes it, and the permanent fragment of its address. */
	readonly third: { readonly title: string; readonly anchor: string };
}

export const tracks: Readonly<Record<Track, TrackRecord>> = {
	ml: { title: 'Machine learning', third: { title: 'The math', anchor: 'the-math' } },
	swe: { title: 'Software engineering', third: { title: 'Internals & complexity', anchor: 'internals' } },
};
