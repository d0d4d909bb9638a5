/** The view of a figure, from what its folder says of it. */
import type { Drawing, FigureModel, FigureProps } from './contract.ts';
import { Frame, type Surroundings } from './Frame.tsx';
import type { Settings } from './settings.ts';
import { useFigure } from './useFigure.ts';

/**
 * @param name the figure's folder
 * @param ownStyles address of the figure's own styles, `import styles from './Figure.css?url'`: they come with its script
 */
export function figureView<Declared extends Settings, State>(
	name: string,
	model: FigureModel<Declared, State>,
	drawing: Drawing<Declared, State>,
	around: Surroundings<Declared, State>,
	ownStyles?: string,
) {
	return ({ number }: FigureProps) => (
		<Frame figure={useFigure(name, model, ownStyles)} number={number} drawing={drawing} around={around} />
	);
}
