/** The kinds of callout an author may write: what each is called on the page, and where it stands. */

export const calloutKinds = {
	breaks: { title: 'Where it breaks', place: 'text' },
	contested: { title: 'Contested', place: 'text' },
	practice: { title: 'In practice', place: 'text' },
	worked: { title: 'Worked once', place: 'text' },
	confused: { title: 'Often confused with', place: 'margin' },
	aside: { title: undefined, place: 'margin' },
} as const satisfies Record<string, { title: string | undefined; place: 'text' | 'margin' }>;

export type CalloutKind = keyof typeof calloutKinds;

/** Kinds that are set in the margin, level with the block before them. */
export const sideNoteKinds: readonly string[] = Object.entries(calloutKinds)
	.filter(([, { place }]) => place === 'margin')
	.map(([kind]) => kind);
