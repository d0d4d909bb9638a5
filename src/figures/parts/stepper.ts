/** A position among the steps of a mechanism: a slider that arrow keys move, and play, back and step. */
import type { Controlled } from './contract.ts';
import { type Controls, controlsFor } from './controls.tsx';
import type { NumberSetting, Settings } from './settings.ts';

/** Names of the settings that are numbers. */
type NumberKey<Declared extends Settings> = {
	[Key in keyof Declared]: Declared[Key] extends NumberSetting ? Key : never;
}[keyof Declared] &
	string;

/** A figure whose steps end at the last that there is as things are set: what is asked for beyond it stands there. */
export function reaching<Declared extends Settings>(
	figure: Controlled<Declared>,
	name: NumberKey<Declared>,
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

interface Stepped {
	/** The last step that there is as things are set, which may be fewer than the setting allows. */
	readonly last: number;
	/** What the present step does: "insert 44". */
	readonly meaning: string;
	/** Milliseconds between two steps while it plays. */
	readonly pace: number;
}

/** @param name the setting that counts steps, from none to the most that there can be */
export function stepper<Declared extends Settings>(
	figure: Controlled<Declared>,
	name: NumberKey<Declared>,
	stepped: Stepped,
) {
	const controls = { [name]: { label: 'Step', ...stepped } } as Controls<Declared>;
	return controlsFor(reaching(figure, name, stepped.last), controls);
}
