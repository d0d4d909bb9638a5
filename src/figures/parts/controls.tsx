/** The controls of figures: native inputs, so that they keep what a reader did before any script ran. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Controlled } from './contract.ts';
import { type NumberSetting, nearestStep, readValue, type Settings, type Values } from './settings.ts';

/** Names of the settings of a kind. */
export type KeyOf<Declared extends Settings, Kind> = {
	[Key in keyof Declared]: Declared[Key] extends { readonly kind: Kind } ? Key : never;
}[keyof Declared] &
	string;

interface ControlProps<Declared extends Settings, Key> {
	readonly figure: Controlled<Declared>;
	/** The setting that it sets. */
	readonly name: Key;
	readonly label: ComponentChildren;
}

function one<Declared extends Settings>(key: string, value: string | number): Partial<Values<Declared>> {
	return { [key]: value } as Partial<Values<Declared>>;
}

/** A slider and a number box on one state. */
export function Slider<Declared extends Settings>({
	figure,
	name,
	label,
	spoken,
	meaning,
	onSet = figure.set,
}: ControlProps<Declared, KeyOf<Declared, 'number'>> & {
	/** The label for those who hear it, where it holds more than words. */
	readonly spoken: string;
	/** What the value means: "6 parameters". Set beside the box; heard with the slider, not at each of its steps. */
	readonly meaning: string;
	readonly onSet?: Controlled<Declared>['set'];
}) {
	const setting = figure.settings[name];
	if (setting?.kind !== 'number') return null;
	const id = `${figure.id}-${name}`;
	const { min, max, step } = setting;
	const value = String(figure.values[name]);
	const take = (box: HTMLInputElement): void => {
		const read = readValue(setting, box.value);
		if (read === undefined) box.value = value;
		else {
			box.value = String(read);
			onSet(one(name, read));
		}
		figure.settle();
	};
	return (
		<div class="control slider">
			<label for={id}>{label}</label>
			<input
				type="range"
				id={id}
				name={id}
				min={min}
				max={max}
				step={step}
				value={value}
				aria-label={spoken === label ? undefined : spoken}
				aria-valuetext={meaning ? `${value}, ${meaning}` : value}
				ref={(range) => range?.style.setProperty('--at', String((Number(value) - min) / (max - min)))}
				onInput={({ currentTarget }) => onSet(one(name, nearestStep(setting, currentTarget.valueAsNumber)))}
				onChange={figure.settle}
			/>
			<input
				type="number"
				min={min}
				max={max}
				step={step}
				value={value}
				aria-label={`${spoken}, as a number`}
				onChange={({ currentTarget }) => take(currentTarget)}
			/>
			<output for={id} aria-live="off">
				{meaning}
			</output>
		</div>
	);
}

/** Draws other samples: the setting counts the draws from 1, and comes round after the last. */
export function Redraw<Declared extends Settings>({
	figure,
	name,
	label,
	last,
}: ControlProps<Declared, KeyOf<Declared, 'number'>> & { readonly last: number }) {
	const drawAgain = (): void => {
		figure.set(one(name, (Number(figure.values[name]) % last) + 1));
		figure.settle();
	};
	return (
		<div class="control">
			<button class="button" type="button" onClick={drawAgain}>
				{label}
			</button>
		</div>
	);
}

/** A choice of few, as joined squares. */
export function Toggle<Declared extends Settings>({
	figure,
	name,
	label,
}: ControlProps<Declared, KeyOf<Declared, 'choice'>>) {
	const setting = figure.settings[name];
	if (setting?.kind !== 'choice') return null;
	const id = `${figure.id}-${name}`;
	return (
		<fieldset class="control toggle">
			<legend>{label}</legend>
			<span class="squares">
				{setting.options.map((option) => (
					<label key={option}>
						<input
							type="radio"
							name={id}
							value={option}
							checked={figure.values[name] === option}
							onChange={() => {
								figure.set(one(name, option));
								figure.settle();
							}}
						/>
						{option}
					</label>
				))}
			</span>
		</fieldset>
	);
}

/** A choice of many, each with the name that a reader sees. */
export function Select<Declared extends Settings>({
	figure,
	name,
	label,
	names,
	onSet = figure.set,
}: ControlProps<Declared, KeyOf<Declared, 'choice'>> & {
	/** In the order of the setting's options. */
	readonly names: readonly string[];
	readonly onSet?: Controlled<Declared>['set'];
}) {
	const setting = figure.settings[name];
	if (setting?.kind !== 'choice') return null;
	const id = `${figure.id}-${name}`;
	return (
		<div class="control">
			<label for={id}>{label}</label>
			<select
				id={id}
				name={id}
				value={String(figure.values[name])}
				onChange={({ currentTarget }) => {
					onSet(one(name, currentTarget.value));
					figure.settle();
				}}
			>
				{setting.options.map((option, index) => (
					<option key={option} value={option} selected={option === setting.initial}>
						{names[index]}
					</option>
				))}
			</select>
		</div>
	);
}

/** A text of the reader's own; what is too long is cut, and said to be. */
export function TextBox<Declared extends Settings>({
	figure,
	name,
	label,
	rows,
}: ControlProps<Declared, KeyOf<Declared, 'text'>> & { readonly rows: number }) {
	const [cut, setCut] = useState(false);
	const setting = figure.settings[name];
	if (setting?.kind !== 'text') return null;
	const id = `${figure.id}-${name}`;
	return (
		<div class="control text-box">
			<label for={id}>{label}</label>
			<textarea
				id={id}
				name={id}
				rows={rows}
				spellcheck={false}
				aria-describedby={`${id}-cut`}
				value={String(figure.values[name])}
				onInput={({ currentTarget: box }) => {
					const read = String(readValue(setting, box.value));
					setCut([...box.value].length > setting.max);
					// A value that stays the same would leave what was pasted standing.
					box.value = read;
					figure.set(one(name, read));
				}}
				onChange={figure.settle}
			/>
			<output id={`${id}-cut`} for={id}>
				{cut ? `Cut to its first ${setting.max} characters.` : ''}
			</output>
		</div>
	);
}

/** Walks a number to its end: plays and pauses, a step on, a step back. */
export function Player<Declared extends Settings>({
	figure: { settings, values, settled, set, settle },
	name,
	last,
	pace,
}: Omit<ControlProps<Declared, KeyOf<Declared, 'number'>>, 'label'> & {
	/** Where there is nothing more to show. */
	readonly last: number;
	/** Milliseconds between two steps. */
	readonly pace: number;
}) {
	const [playing, setPlaying] = useState(false);
	const first = (settings[name] as NumberSetting).min;
	const at = Number(values[name]);
	const go = (to: number): void => {
		set(one(name, Math.min(last, Math.max(first, to))));
		settle();
	};
	// Whatever the reader settles on ends the play, a reset too.
	useEffect(() => setPlaying(false), [settled]);
	useEffect(() => {
		if (!playing) return;
		const timer = setTimeout(() => (at < last ? set(one(name, at + 1)) : settle()), pace);
		return () => clearTimeout(timer);
	}, [playing, at, last]);
	const play = (): void => {
		if (playing) settle();
		else if (matchMedia('(prefers-reduced-motion: reduce)').matches) go(last);
		else {
			if (at >= last) set(one(name, first));
			setPlaying(true);
		}
	};
	return (
		<div class="control player">
			<button class="button" type="button" onClick={play}>
				{playing ? 'Pause' : 'Play'}
			</button>
			<button class="button" type="button" aria-disabled={at <= first} onClick={() => go(at - 1)}>
				Back
			</button>
			<button class="button" type="button" aria-disabled={at >= last} onClick={() => go(at + 1)}>
				Step
			</button>
		</div>
	);
}

/** A square root in a label: the text faces have no radical, and a formula's styles would cost more than the label. */
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
