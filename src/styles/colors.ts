/** Colors in sRGB, for what reads no stylesheet: pictures, icons, the manifest. `tokens.css` has them in OKLCH; a test compares. */
import type { Accent } from '../concepts/schema/category.ts';

export const paper = { light: '#f7faf8', dark: '#16221f' } as const;
export const ink = { light: '#1a2330', dark: '#e3e2da' } as const;
/** The light theme's, as everything below. */
export const muted = '#505963';
export const rule = '#ced6d6';

/** Text and mark color of each accent. */
export const accents: Readonly<Record<Accent, { readonly text: string; readonly mark: string }>> = {
	prussian: { text: '#1a508d', mark: '#1f5b9f' },
	verdigris: { text: '#01675b', mark: '#239382' },
	ochre: { text: '#875806', mark: '#b97f20' },
	madder: { text: '#a32036', mark: '#bf2841' },
	mulberry: { text: '#823689', mark: '#aa51ae' },
	moss: { text: '#496527', mark: '#6e9441' },
	sepia: { text: '#6f432c', mark: '#79472c' },
	indigo: { text: '#46389f', mark: '#4b3cab' },
};
