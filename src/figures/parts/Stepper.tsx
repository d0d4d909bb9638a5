/** A position among the steps of a mechanism: a slider that arrow keys move, and play, back and step. */
import type { Controlled } from './contract.ts';
import { type KeyOf, Player, Slider } from './controls.tsx';
import type { NumberSetting, Settings } from './settings.ts';

interface Props<Declared extends Settings> {
	readonly figure: Controlled<Declared>;
	/** The setting that counts steps, from none to the most that there can be. */
	readonly name: KeyOf<Declared, 'number'>;
	/** The last step that there is as things are set, which may be fewer than the setting allows. */
	readonly last: number;
	/** What the present step does: "insert 44". */
	readonly meaning: string;
	/** Milliseconds between two steps while it plays. */
	readonly pace: number;
}

/** A figure whose steps end at the last that there is as things are set: what is asked for beyond it stands there. */
export function reaching<Declared extends Settings>(
	figure: Controlled<Declared>,
	name: KeyOf<Declared, 'number'>,
	last: number,
): Controlled<Declared> {
	const setting = figure.settings[name] as NumberSetting;
	// A slider of one place would have no length to be measured by.
	const max = Math.max(last, setting.min + setting.step);
	return {
		...figure,
		settings: { ...figure.settings, [name]: { ...setting, max } },
		values: { ...figure.values, [name]: Math.min(last, Number(figure.values[name])) },
	};
}

export function Stepper<Declared extends Settings>({ figure, name, last, meaning, pace }: Props<Declared>) {
	const reached = reaching(figure, name, last);
	return (
		<>
			<Slider figure={reached} name={name} label="Step" spoken="Step" meaning={meaning} />
			<Player figure={reached} name={name} last={last} pace={pace} />
		</>
	);
}
