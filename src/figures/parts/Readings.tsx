/** The few numbers that sum a picture up, each under its name. */
import type { ComponentChildren } from 'preact';

interface Reading {
	readonly name: string;
	readonly value: string;
	/** What to hold it against: "of 2.81 bits". */
	readonly note?: ComponentChildren;
}

export function Readings({ readings }: { readonly readings: readonly Reading[] }) {
	return (
		<dl class="readings">
			{readings.map(({ name, value, note }) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>
						<b>{value}</b> {note}
					</dd>
				</div>
			))}
		</dl>
	);
}
