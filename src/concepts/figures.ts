/** The figures that a page can show: the folders of `src/figures`, each with a model, a drawing and a view. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const figureFolder = fileURLToPath(new URL('../figures', import.meta.url));

/** What a figure's folder holds; `Figure.css` may stand beside it. */
export const figureFiles = ['model.ts', 'Drawing.tsx', 'Figure.tsx'] as const;

/** Names of the figures, by the alphabet. */
export function figureNames(folder = figureFolder): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name !== 'parts')
		.map(({ name }) => name)
		.sort();
}
