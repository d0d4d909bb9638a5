/** The frame of every figure: head, picture, controls, what to break, caption, data table, spoken status. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Drawing, FigureState, Preset } from './contract.ts';
import { DataTable } from './DataTable.tsx';
import { Picture } from './Picture.tsx';
import { Readings } from './Readings.tsx';
import { completed, type Settings } from './settings.ts';

interface Props<Declared extends Settings, State> {
	readonly figure: FigureState<Declared, State>;
	/** Number of the figure on its page. */
	readonly number: number;
	readonly title: string;
	readonly drawing: Drawing<Declared, State>;
	/** The control that matters most: on a phone it stands right under the picture. */
	readonly primary: ComponentChildren;
	/** All others: on a phone they wait behind More. */
	readonly controls?: ComponentChildren;
	readonly tryThis: string;
}

export function Frame<Declared extends Settings, State>(props: Props<Declared, State>) {
	const { figure, drawing, controls } = props;
	const { id, model, state } = figure;
	const [said, setSaid] = useState('');
	const [open, setOpen] = useState(false);
	const finding = model.finding(state);
	const chosen = chosenPreset(figure);
	const lesson = chosen?.lesson(state);
	// Said when the reader settles, not at every step of a slider.
	useEffect(() => {
		if (figure.settled > 0) setSaid(lesson ? `${finding} ${lesson}` : finding);
	}, [figure.settled]);

	return (
		<figure class="figure diagram wide" id={id} aria-labelledby={`${id}-title`}>
			<div class="figure-head">
				<span class="label">Figure {props.number}</span>
				<span class="note" id={`${id}-title`}>
					{props.title}
				</span>
				<span class="figure-actions needs-js">
					<button class="text-button" type="button" onClick={figure.reset}>
						Reset
					</button>
					<Share figure={figure} say={setSaid} />
				</span>
			</div>
			{/* On a phone the picture stays in view until this ends. */}
			<div class="figure-play">
				<div class="figure-picture drawing">
					{drawing.text?.(figure)}
					<Picture figure={figure} panel={drawing.wide} on="wide" id={`${id}-wide`} />
					{drawing.phone && <Picture figure={figure} panel={drawing.phone} on="phone" id={`${id}-phone`} />}
				</div>
				<Readings readings={model.readings(state)} />
				<div class="figure-controls">
					<div class="figure-row needs-js no-print">{props.primary}</div>
					{(controls || drawing.more) && (
						<>
							<button
								class="text-button figure-open for-phone needs-js no-print"
								type="button"
								aria-expanded={open}
								aria-controls={`${id}-rest`}
								onClick={() => setOpen(!open)}
							>
								{open ? 'Less' : 'More to set and to see'}
							</button>
							<div class={open ? 'figure-rest open' : 'figure-rest'} id={`${id}-rest`}>
								<div class="figure-row needs-js no-print">{controls}</div>
								{drawing.more && (
									<div class="figure-picture drawing for-phone">
										<Picture figure={figure} panel={drawing.more} on="phone" id={`${id}-more`} />
									</div>
								)}
							</div>
						</>
					)}
				</div>
				<Presets figure={figure} chosen={chosen} lesson={lesson} />
			</div>
			<p class="visually-hidden" role="status">
				{said}
			</p>
			{/* Has to be last, so that the table, which follows it on a phone, stands inside. */}
			<figcaption class="note">
				<div class="figure-caption">
					<p>
						<strong>{finding}</strong> {model.caption(state)}
					</p>
					<p>
						<b>Built in:</b> {model.builtIn}
					</p>
					<p class="needs-js no-print">{props.tryThis}</p>
				</div>
				<details class="figure-table">
					<summary class="text-button">The same as a table</summary>
					<div class="scroller">
						<DataTable {...model.table(state)} />
					</div>
				</details>
			</figcaption>
		</figure>
	);
}

/** Copies a link to the figure as it stands, and leaves it in the address bar, which is where it is when copying is refused. */
function Share({
	figure,
	say,
}: {
	readonly figure: { readonly link: () => string };
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

/** The preset in whose state the figure is. */
function chosenPreset<Declared extends Settings, State>({ model, settings, values }: FigureState<Declared, State>) {
	return model.presets.find((preset) => {
		const wanted = completed(settings, preset.values);
		return Object.keys(settings).every((key) => values[key] === wanted[key]);
	});
}

function Presets<Declared extends Settings, State>({
	figure: { id, model, settings, set, settle },
	chosen,
	lesson,
}: {
	readonly figure: FigureState<Declared, State>;
	readonly chosen: Preset<Declared, State> | undefined;
	readonly lesson: string | undefined;
}) {
	const choose = (preset: Preset<Declared, State>): void => {
		set(completed(settings, preset.values));
		settle();
	};
	return (
		<div class="presets needs-js no-print">
			<p class="label" id={`${id}-break`}>
				Break it
			</p>
			<ul class="preset-list" aria-labelledby={`${id}-break`}>
				{model.presets.map((preset) => (
					<li key={preset.name}>
						<button class="text-button" type="button" aria-pressed={preset === chosen} onClick={() => choose(preset)}>
							{preset.name}
						</button>
					</li>
				))}
			</ul>
			{lesson && <p class="lesson">{lesson}</p>}
		</div>
	);
}
