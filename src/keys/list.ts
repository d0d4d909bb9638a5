/** Every key that the site answers to, as the sheet behind `?` and the page About tell it. */

export interface KeyUse {
	/** Each a key, or keys pressed together. */
	readonly keys: readonly (readonly string[])[];
	readonly does: string;
}

export const keyUses: readonly KeyUse[] = [
	{ keys: [['?']], does: 'these keys' },
	{ keys: [['/'], ['Ctrl', 'K']], does: 'search, on every page (⌘ K on a Mac)' },
	{ keys: [['f']], does: 'filter the catalog' },
	{ keys: [['n'], ['p']], does: 'the next or the previous stage of a concept' },
	{ keys: [['q']], does: 'the next interview question of a concept, opened' },
	{
		keys: [['Space'], ['1'], ['2'], ['u']],
		does: 'show the answer, forgot, remembered, undo: in a check and in the review',
	},
	{
		keys: [['Ctrl', 'Enter']],
		does: 'run the listing you edit; the next step of a drill (⌘ Enter on a Mac)',
	},
];
