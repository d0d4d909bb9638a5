/** The figures that a page can show. `src/figures/Figure.astro` draws each of them. */
export const figureNames = ['attention', 'bias-variance', 'bpe', 'gradient-descent'] as const;

export type FigureName = (typeof figureNames)[number];
