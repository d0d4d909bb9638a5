/** A figure's picture, drawn for the text column and once more for phones, where text that shrank would not be read. */
import type { ComponentChildren } from 'preact';

export type Layout = 'wide' | 'phone';
type Size = readonly [width: number, height: number];

interface Props {
	/** The figure's anchor. */
	readonly id: string;
	readonly title: string;
	/** All that it shows, for those who do not see it; follows the state. */
	readonly description: string;
	readonly wide: Size;
	readonly phone: Size;
	readonly draw: (layout: Layout) => ComponentChildren;
}

export function Picture({ id, title, description, draw, ...sizes }: Props) {
	return (['wide', 'phone'] as const).map((layout) => {
		const [width, height] = sizes[layout];
		// A <title> would show as a tooltip over every mark.
		return (
			<svg
				key={layout}
				class={`for-${layout}`}
				viewBox={`0 0 ${width} ${height}`}
				role="img"
				aria-label={title}
				aria-describedby={`${id}-${layout}`}
			>
				<desc id={`${id}-${layout}`}>{description}</desc>
				{draw(layout)}
			</svg>
		);
	});
}
