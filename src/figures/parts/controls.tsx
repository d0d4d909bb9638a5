/** The controls of figures: native inputs, so that they keep what a reader did before any script ran. */
import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Controlled } from './contract.ts';
import {
	type ChoiceSetting,
	type NumberSetting,
	nearestStep,
	readValue,
	type Setting,
	type Settings,
	type TextSetting,
	type Values,
} from './settings.ts';

interface Labeled<Label> {
	readonly label: Label;
	/** What formulas call it: stands after the label. */
	readonly symbol?: ComponentChildren;
}

/** A slider and a number box on one state. */
interface SliderControl extends Labeled<string> {
	/** The label for those who hear it, where it is another. */
	readonly spoken?: string;
	/** What the value means: "6 parameters". Set beside the box; heard with the slider, not at each of its steps. */
	readonly meaning?: string;
}

/** Walks a number to its end: plays and pauses, a step on, a step back. */
interface PlayerControl {
	/** Where there is nothing more to show. */
	readonly last: number;
	/** Milliseconds between two steps. */
	readonly pace: number;
}

/** Draws other samples, by a button of that name: the setting counts the draws from 1, and comes round after the last. */
interface RedrawControl {
	readonly redraw: string;
}

type NumberControl = SliderControl | PlayerControl | (SliderControl & PlayerControl) | RedrawControl;

/** A choice of few, as joined squares; of many, each with the name that a reader sees, in the order of the setting's options. */
interface ChoiceControl extends Labeled<ComponentChildren> {
	readonly names?: readonly string[];
}

/** A text of the reader's own; what is too long is cut, and said to be. */
interface TextControl extends Labeled<ComponentChildren> {
	readonly rows: number;
}

type ControlOf<One extends Setting> = One extends NumberSetting
	? NumberControl
	: One extends TextSetting
		? TextControl
		: ChoiceControl;

/** Controls by the setting that each sets, in the order in which they stand. */
export type Controls<Declared extends Settings> = {
	readonly [Key in keyof Declared]?: ControlOf<Declared[Key]>;
};

/** What a control is told of its setting. */
interface Props<One extends Setting> {
	readonly figure: Controlled<Settings>;
	readonly id: string;
	readonly setting: One;
	readonly value: string | number;
	readonly set: (value: string | number) => void;
	/** Sets what the reader has settled on. */
	readonly choose: (value: string | number) => void;
}

/** The controls of a figure that are wanted: what a setting takes decides what each looks like. */
export function controlsFor<Declared extends Settings>(figure: Controlled<Declared>, controls: Controls<Declared>) {
	return Object.entries(controls).map(([name, control]) => {
		const setting = figure.settings[name] as Setting;
		const Control = inputs[setting.kind] as FunctionComponent<unknown>;
		const set = (value: string | number): void => figure.set({ [name]: value } as Partial<Values<Declared>>);
		const choose = (value: string | number): void => {
			set(value);
			figure.settle();
		};
		const told = { figure, id: `${figure.id}-${name}`, setting, value: figure.values[name], set, choose };
		return <Control key={name} {...told} {...control} />;
	});
}

const inputs = { number: NumberInput, choice: Choice, text: TextBox };

function labelOf({ label, symbol }: Labeled<ComponentChildren>): ComponentChildren {
	return symbol ? (
		<>
			{`${label} `}
			<i>{symbol}</i>
		</>
	) : (
		label
	);
}

type NumberProps<Control> = Props<NumberSetting> & Control;

function NumberInput(props: NumberProps<Partial<SliderControl & PlayerControl & RedrawControl>>) {
	return (
		<>
			{props.label && <Slider {...(props as NumberProps<SliderControl>)} />}
			{props.pace && <Player {...(props as NumberProps<PlayerControl>)} />}
			{props.redraw && <Redraw {...(props as NumberProps<RedrawControl>)} />}
		</>
	);
}

function Slider(props: NumberProps<SliderControl>) {
	const { figure, id, setting, set, symbol, label, spoken = label, meaning } = props;
	const { min, max, step } = setting;
	const value = String(props.value);
	const range = { min, max, step, value };
	const take = (box: HTMLInputElement): void => {
		const read = readValue(setting, box.value);
		box.value = String(read ?? value);
		if (read !== undefined) set(read);
		figure.settle();
	};
	return (
		<div class="control slider">
			<label for={id}>{labelOf(props)}</label>
			<input
				type="range"
				id={id}
				name={id}
				{...range}
				aria-label={symbol || spoken !== label ? spoken : undefined}
				aria-valuetext={meaning ? `${value}, ${meaning}` : value}
				ref={(slider) => slider?.style.setProperty('--at', String((Number(value) - min) / (max - min)))}
				onInput={({ currentTarget }) => set(nearestStep(setting, currentTarget.valueAsNumber))}
				onChange={figure.settle}
			/>
			<input
				type="number"
				{...range}
				aria-label={`${spoken}, as a number`}
				onChange={({ currentTarget }) => take(currentTarget)}
			/>
			<output for={id} aria-live="off">
				{meaning}
			</output>
		</div>
	);
}

function Redraw({ setting, value, choose, redraw }: NumberProps<RedrawControl>) {
	return (
		<div class="control">
			<button class="button" type="button" onClick={() => choose((Number(value) % setting.max) + 1)}>
				{redraw}
			</button>
		</div>
	);
}

function Choice(props: Props<ChoiceSetting> & ChoiceControl) {
	const { id, setting, value, choose, names } = props;
	if (names) {
		return (
			<div class="control">
				<label for={id}>{labelOf(props)}</label>
				<select id={id} name={id} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
					{setting.options.map((option, index) => (
						<option key={option} value={option} selected={option === setting.initial}>
							{names[index]}
						</option>
					))}
				</select>
			</div>
		);
	}
	return (
		<fieldset class="control toggle">
			<legend>{labelOf(props)}</legend>
			<span class="squares">
				{setting.options.map((option) => (
					<label key={option}>
						<input type="radio" name={id} value={option} checked={value === option} onChange={() => choose(option)} />
						{option}
					</label>
				))}
			</span>
		</fieldset>
	);
}

function TextBox({ figure, id, setting, value, set, label, rows }: Props<TextSetting> & TextControl) {
	const [cut, setCut] = useState(false);
	return (
		<div class="control text-box">
			<label for={id}>{label}</label>
			<textarea
				id={id}
				name={id}
				rows={rows}
				spellcheck={false}
				aria-describedby={`${id}-cut`}
				value={value}
				onInput={({ currentTarget: box }) => {
					const read = String(readValue(setting, box.value));
					setCut([...box.value].length > setting.max);
					// A value that stays the same would leave what was pasted standing.
					box.value = read;
					set(read);
				}}
				onChange={figure.settle}
			/>
			<output id={`${id}-cut`} for={id}>
				{cut ? `Cut to its first ${setting.max} characters.` : ''}
			</output>
		</div>
	);
}

function Player({ figure: { settled, settle }, setting, value, set, choose, last, pace }: NumberProps<PlayerControl>) {
	const [playing, setPlaying] = useState(false);
	const first = setting.min;
	const at = Number(value);
	const go = (to: number): void => choose(Math.min(last, Math.max(first, to)));
	// Whatever the reader settles on ends the play, a reset too.
	useEffect(() => setPlaying(false), [settled]);
	useEffect(() => {
		if (!playing) return;
		const timer = setTimeout(() => (at < last ? set(at + 1) : settle()), pace);
		return () => clearTimeout(timer);
	}, [playing, at, last]);
	const play = (): void => {
		if (playing) settle();
		else if (matchMedia('(prefers-reduced-motion: reduce)').matches) go(last);
		else {
			if (at >= last) set(first);
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
