/** The drawing that a page or a phone shows of a figure. */
import type { FigureState, Panel } from './contract.ts';
import type { Settings } from './settings.ts';

interface Props<Declared extends Settings, State> {
	readonly figure: FigureState<Declared, State>;
	readonly panel: Panel<Declared, State>;
	readonly on: 'wide' | 'phone';
	/** Of its description: a phone may show two. */
	readonly id: string;
}

export function Picture<Declared extends Settings, State>({ figure, panel, on, id }: Props<Declared, State>) {
	const { model, state } = figure;
	// A <title> would show as a tooltip over every mark.
	return (
		<svg
			class={`for-${on}`}
			viewBox={`0 0 ${panel.size.join(' ')}`}
			role="img"
			aria-label={model.name(state)}
			aria-describedby={id}
		>
			<desc id={id}>{model.description(state)}</desc>
			{panel.draw(figure)}
		</svg>
	);
}
