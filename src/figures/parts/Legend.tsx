/** What the marks of a picture mean, in one line of it. */
import type { ComponentChildren } from 'preact';

interface Item {
	/** Drawn around the origin, at most 18 wide. */
	readonly mark: ComponentChildren;
	readonly text: string;
	/** Left edge of the item. */
	readonly x: number;
}

export function Legend({ y, items }: { readonly y: number; readonly items: readonly Item[] }) {
	return items.map(({ mark, text, x }) => (
		<g key={text} class="legend" transform={`translate(${x + 9} ${y})`}>
			{mark}
			<text class="t-muted" x={15} y={4}>
				{text}
			</text>
		</g>
	));
}
