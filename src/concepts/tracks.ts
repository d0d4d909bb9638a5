/**
 * The tracks, each one record: what it is called, the stage in which its concepts differ, what the check asks of them, and what their
 * authors begin with. Whoever has to tell tracks apart reads it from here.
 */
import type { Format, QuestionLevel } from './interview.ts';

/** What pages know of a track. */
export interface TrackRecord {
	readonly title: string;
	/** Its third stage: the h2, exactly as an author writes it, and the permanent fragment of its address. */
	readonly third: { readonly title: string; readonly anchor: string };
}

export const tracks = {
	ml: { title: 'Machine learning', third: { title: 'The math', anchor: 'the-math' } },
	swe: { title: 'Software engineering', third: { title: 'Internals & complexity', anchor: 'internals' } },
} as const satisfies Readonly<Record<string, TrackRecord>>;

export type Track = keyof typeof tracks;

/** Every track, in the order in which they are named. */
export const trackNames = Object.keys(tracks) as Track[];

/** What a concept is held to while nothing says its track. */
export const usualTrack: Track = 'ml';

/** A question that a new concept begins with. */
export interface QuestionSkeleton {
	readonly level: QuestionLevel;
	readonly format: Format;
	readonly minutes: number;
	/** What to ask. */
	readonly ask: string;
}

/** What a track asks of its concepts, beyond what every concept has, and of who reads and writes them. */
export interface TrackRules {
	/** Symbols are explained in `notation`, and one equation of the third stage is to be remembered. */
	readonly equations: boolean;
	/** The third stage has a table of costs, named invariants and a table of failure modes. */
	readonly internals: boolean;
	/** One listing does it with the library that is used for it. */
	readonly library: boolean;
	/** What to do with the third stage, for its readers. */
	readonly use: string;
	/** Where a new concept begins otherwise than on other tracks. */
	readonly scaffold: {
		/** A question of middle level that everybody asks, and one of a senior. */
		readonly questions: { readonly mid: QuestionSkeleton; readonly senior: QuestionSkeleton };
		/** What two prompts of the third stage ask for. */
		readonly prompts: readonly [string, string];
	};
}

export const trackRules: Readonly<Record<Track, TrackRules>> = {
	ml: {
		...{ equations: true, internals: false, library: true },
		use: 'Cover the reasons beside a derivation and give them yourself, step by step. Point at a symbol, tap it or reach it by Tab to see what it stands for. Keep the one equation between the double rules.',
		scaffold: {
			questions: {
				mid: { level: 'mid', format: 'derivation', minutes: 8, ask: 'to derive what everybody uses' },
				senior: {
					level: 'senior',
					format: 'concept',
					minutes: 6,
					ask: 'what happens when one assumption does not hold',
				},
			},
			prompts: ['the equation to remember', 'the shapes'],
		},
	},
	swe: {
		...{ equations: false, internals: true, library: false },
		use: 'In software engineering this stage is the internals: say each invariant, what breaks it, and what every operation costs.',
		scaffold: {
			questions: {
				mid: {
					level: 'mid',
					format: 'concept',
					minutes: 6,
					ask: 'what it costs, in the worst case and in the usual one',
				},
				senior: { level: 'senior', format: 'design', minutes: 15, ask: 'to design something small with it' },
			},
			prompts: ['the invariant', 'the costs'],
		},
	},
};
