/**
 * Everything that the site keeps in a reader's browser: the one list of it. A place is opened by its name (`kept.ts`, for the
 * database `recall/store`, for copies `copies.ts`); what is not in this list cannot be kept, and all of it is gone after "Delete everything".
 */

export interface Place {
	/** `browser` outlives the page, `tab` ends with the tab, `database` is the reader's history, `copies` are the site's own files. */
	readonly in: 'browser' | 'tab' | 'database' | 'copies';
	/** What a reader would call it. */
	readonly what: string;
	/** One entry for each of many items, such as a listing; otherwise one in all. */
	readonly many?: true;
	/** Whether a backup holds it. */
	readonly inBackup: boolean;
}

export const places = {
	history: { in: 'database', what: 'your reviews, stages, marks, finished drills and settings', inBackup: true },
	summary: { in: 'browser', what: 'what is due, done and marked, as other pages show it', inBackup: false },
	agenda: {
		in: 'browser',
		what: 'what your plan holds for the coming days, as the home page shows it',
		inBackup: false,
	},
	drafts: { in: 'browser', what: 'answers to questions that you have not finished', many: true, inBackup: false },
	check: { in: 'tab', what: 'a retrieval check under way', many: true, inBackup: false },
	sought: { in: 'tab', what: 'what you looked for, until the page that was found lights it', inBackup: false },
	drill: { in: 'browser', what: 'the drill under way', inBackup: false },
	'drill-seen': { in: 'browser', what: 'when it was last seen going on', inBackup: false },
	/** On their way into the history, which holds them as soon as a page opens it. */
	finished: { in: 'browser', what: 'drills and answers that were just finished', many: true, inBackup: true },
	last: { in: 'browser', what: 'how each question went last', many: true, inBackup: false },
	listing: { in: 'browser', what: 'listings that you changed', many: true, inBackup: false },
	sizes: { in: 'browser', what: 'sizes that you set for shapes', many: true, inBackup: false },
	searches: { in: 'browser', what: 'your last searches', inBackup: false },
	interviewer: { in: 'browser', what: 'the model server and key that you asked to remember', inBackup: false },
	'keys-off': { in: 'browser', what: 'that single keys are switched off', inBackup: false },
	theme: { in: 'browser', what: 'whether you chose light or dark', inBackup: false },
	offline: { in: 'browser', what: 'what you asked to have without a connection', inBackup: false },
	copies: { in: 'copies', what: 'copies of pages that you read, for when there is no connection', inBackup: false },
	/** What stood in one of the others and could not be read, as text, so that nothing is written over it. */
	aside: { in: 'browser', what: 'damaged entries, set aside', many: true, inBackup: false },
} as const satisfies Record<string, Place>;

export type PlaceName = keyof typeof places;

/** Names of the places that are kept in one way. */
export type PlaceIn<Where extends Place['in']> = {
	[Name in PlaceName]: (typeof places)[Name]['in'] extends Where ? Name : never;
}[PlaceName];
