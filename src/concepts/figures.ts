/** The figures that a page can show: the folders of `src/figures`, each with a model, a drawing and a view. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Path of the figures from the project's root. */
export const figuresFolder = 'src/figures';

/** What a figure's folder holds, and nothing else but, where it needs styles of its own, `Figure.css`. */
export const figureFiles: readonly string[] = ['model.ts', 'Drawing.tsx', 'Figure.tsx'];

export interface FigureSource {
	readonly name: string;
	readonly files: readonly string[];
}

/** The figures of the project at `root`, by the alphabet. */
export function readFigures(root: string): FigureSource[] {
	const folder = join(root, figuresFolder);
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name !== 'parts')
		.map(({ name }) => ({ name, files: readdirSync(join(folder, name)).sort() }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}
