/** A square root in a label: the text faces have no radical, and a formula's styles would cost more than the label. */
import type { ComponentChildren } from 'preact';

export function Root({ children }: { readonly children: ComponentChildren }) {
	return (
		<span class="root">
			<svg viewBox="0 0 9 16" role="img" aria-label="root of">
				<path d="M0 9.5l2-1 3 6.5 4-14.5" />
			</svg>
			<span>{children}</span>
		</span>
	);
}
