/** What a reader can set in a figure: declared once, then read from and written to links, controls and the model. */

export interface NumberSetting {
	readonly kind: 'number';
	readonly min: number;
	readonly max: number;
	readonly step: number;
	readonly initial: number;
}

export interface ChoiceSetting<Option extends string = string> {
	readonly kind: 'choice';
	readonly options: readonly Option[];
	readonly initial: Option;
}

export interface TextSetting {
	readonly kind: 'text';
	/** Characters that are kept of it. */
	readonly max: number;
	readonly initial: string;
}

export type Setting = NumberSetting | ChoiceSetting | TextSetting;
export type Settings = Readonly<Record<string, Setting>>;

type ValueOf<One extends Setting> =
	One extends ChoiceSetting<infer Option> ? Option : One extends NumberSetting ? number : string;
/** One value for each setting. */
export type Values<Declared extends Settings> = { readonly [Key in keyof Declared]: ValueOf<Declared[Key]> };

export function number(min: number, max: number, step: number, initial: number): NumberSetting {
	return { kind: 'number', min, max, step, initial };
}

export function choice<const Option extends string>(
	options: readonly Option[],
	initial: NoInfer<Option>,
): ChoiceSetting<Option> {
	return { kind: 'choice', options, initial };
}

export function text(max: number, initial: string): TextSetting {
	return { kind: 'text', max, initial };
}

/** The nearest value that a slider can stand at. */
export function nearestStep({ min, max, step }: NumberSetting, value: number): number {
	const steps = Math.round((value - min) / step);
	// Steps of 0.05 add up to 0.15000000000000002.
	return Math.min(max, Math.max(min, Number((min + steps * step).toFixed(6))));
}

/** Understands one value as it stands in a link or a control; undefined when it is none that the setting can take. */
export function readValue(setting: Setting, text: string): string | number | undefined {
	// Half a surrogate pair could be neither encoded nor linked to.
	if (setting.kind === 'text') return [...text].slice(0, setting.max).join('').toWellFormed();
	if (setting.kind === 'choice') return setting.options.includes(text) ? text : undefined;
	const value = text.trim() === '' ? Number.NaN : Number(text);
	return Number.isFinite(value) ? nearestStep(setting, value) : undefined;
}

/** Values from whatever source answers by key; what is missing or makes no sense is as at first. */
export function readValues<Declared extends Settings>(
	settings: Declared,
	textOf: (key: string) => string | null | undefined,
): Values<Declared> {
	const entries = Object.entries(settings).map(([key, setting]) => {
		const text = textOf(key) ?? undefined;
		return [key, (text === undefined ? undefined : readValue(setting, text)) ?? setting.initial];
	});
	return Object.fromEntries(entries) as Values<Declared>;
}

export function initialValues<Declared extends Settings>(settings: Declared): Values<Declared> {
	return completed(settings, {});
}

/** Values from some of them; what is not named is as at first. */
export function completed<Declared extends Settings>(
	settings: Declared,
	some: Partial<Values<Declared>>,
): Values<Declared> {
	const entries = Object.entries(settings).map(([key, { initial }]) => [key, some[key] ?? initial]);
	return Object.fromEntries(entries) as Values<Declared>;
}

/** `d=128&scale=off`: only what differs from the initial state, in the order of declaration. */
export function writeQuery<Declared extends Settings>(settings: Declared, values: Values<Declared>): string {
	const changed = Object.entries(settings).filter(([key, { initial }]) => values[key] !== initial);
	return changed.map(([key]) => `${key}=${encodeURIComponent(String(values[key]))}`).join('&');
}

/** Values from a query, which `writeQuery` or a hand wrote. */
export function readQuery<Declared extends Settings>(settings: Declared, query: string): Values<Declared> {
	const read = new URLSearchParams(query);
	return readValues(settings, (key) => read.get(key));
}
