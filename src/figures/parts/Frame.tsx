/** The frame of every figure: head, picture, controls, caption with what to try and what to break, data table, spoken status. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Settings, Values } from './settings.ts';
import type { FigureState } from './useFigure.ts';

/** One lesson: a state worth seeing, and what to notice in it. */
export interface Preset<Declared extends Settings> {
	readonly name: string;
	/** What differs from the initial state. */
	readonly values: Partial<Values<Declared>>;
	/** What to notice; asked for only while the figure is in this state. */
	readonly lesson: () => ComponentChildren;
}

interface Props<Declared extends Settings> {
	readonly figure: FigureState<Declared>;
	/** Number of the figure on its page. */
	readonly number: number;
	readonly title: string;
	readonly picture: ComponentChildren;
	readonly controls: ComponentChildren;
	/** What is seen, as a sentence that stands by itself: set bold at the head of the caption and said aloud when it changed. */
	readonly finding: string;
	/** The numbers behind the finding. */
	readonly caption: ComponentChildren;
	readonly tryThis: ComponentChildren;
	readonly presets: readonly Preset<Declared>[];
	readonly table: ComponentChildren;
}

export function Frame<Declared extends Settings>(props: Props<Declared>) {
	const { figure, number, title, finding } = props;
	const { id } = figure;
	const [said, setSaid] = useState('');
	// Said when the reader settles, not at every step of a slider.
	useEffect(() => {
		if (figure.settled > 0) setSaid(finding);
	}, [figure.settled]);

	return (
		<figure class="figure diagram wide" id={id} aria-labelledby={`${id}-title`}>
			<div class="figure-head">
				<span class="label">Figure {number}</span>
				<span class="note" id={`${id}-title`}>
					{title}
				</span>
				<span class="figure-actions needs-js">
					<button class="text-button" type="button" onClick={figure.reset}>
						Reset
					</button>
					<Share figure={figure} say={setSaid} />
				</span>
			</div>
			<div class="figure-picture drawing">{props.picture}</div>
			<div class="figure-controls needs-js no-print">{props.controls}</div>
			<p class="visually-hidden" role="status">
				{said}
			</p>
			{/* Has to be last, so that the table, which follows it on a phone, stands inside. */}
			<figcaption class="note">
				<div class="figure-caption">
					<p>
						<strong>{finding}</strong> {props.caption}
					</p>
					<p class="needs-js no-print">{props.tryThis}</p>
					<Presets figure={figure} presets={props.presets} />
				</div>
				<details class="figure-table">
					<summary class="text-button">Show as a table</summary>
					<div class="scroller">{props.table}</div>
				</details>
			</figcaption>
		</figure>
	);
}

/** Copies a link to the figure as it stands, and leaves it in the address bar, which is where it is when copying is refused. */
function Share<Declared extends Settings>({
	figure,
	say,
}: {
	readonly figure: FigureState<Declared>;
	readonly say: (text: string) => void;
}) {
	const [name, setName] = useState('Share');
	const share = async (): Promise<void> => {
		const link = figure.link();
		history.replaceState(history.state, '', link);
		try {
			await navigator.clipboard.writeText(link);
			setName('Link copied');
			say('A link to the figure as it stands is copied.');
		} catch {
			setName('Link in the address bar');
			say('A link to the figure as it stands is in the address bar.');
		}
	};
	return (
		<button class="text-button" type="button" onClick={share} onBlur={() => setName('Share')}>
			{name}
		</button>
	);
}

function Presets<Declared extends Settings>({
	figure: { id, settings, values, set, settle },
	presets,
}: {
	readonly figure: FigureState<Declared>;
	readonly presets: readonly Preset<Declared>[];
}) {
	/** Every setting that a preset does not name stands as at first. */
	const wanted = (preset: Preset<Declared>, key: string) => preset.values[key] ?? settings[key]?.initial;
	const chosen = presets.find((preset) => Object.keys(settings).every((key) => values[key] === wanted(preset, key)));
	const choose = (preset: Preset<Declared>): void => {
		const state = Object.keys(settings).map((key) => [key, wanted(preset, key)]);
		set(Object.fromEntries(state) as Partial<Values<Declared>>);
		settle();
	};
	return (
		<div class="presets needs-js">
			<p class="label" id={`${id}-break`}>
				Break it
			</p>
			<ul class="preset-list" aria-labelledby={`${id}-break`}>
				{presets.map((preset) => (
					<li key={preset.name}>
						<button class="text-button" type="button" aria-pressed={preset === chosen} onClick={() => choose(preset)}>
							{preset.name}
						</button>
						{preset === chosen && <p class="lesson">{preset.lesson()}</p>}
					</li>
				))}
			</ul>
		</div>
	);
}
