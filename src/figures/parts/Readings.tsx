/** The few numbers that sum a picture up, each under its name. */
import type { Reading } from './contract.ts';

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
