/** The frame of every figure: head, picture, controls, what to break, caption, data table, spoken status. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Drawing, FigureState, Preset } from './contract.ts';
import { DataTable } from './DataTable.tsx';
import { Picture } from './Picture.tsx';
import { Readings } from './Readings.tsx';
import { completed, type Settings, writeQuery } from './settings.ts';

/** What a figure has around its picture, as its `Figure.tsx` says it. */
export interface Surroundings<Declared extends Settings, State> {
	readonly title: string;
	readonly tryThis: string;
	/** The control that matters most: on a phone it stands right under the picture. */
	readonly primary: (figure: FigureState<Declared, State>, state: State) => ComponentChildren;
	/** All others: on a phone they wait behind More. */
	readonly controls?: (figure: FigureState<Declared, State>, state: State) => ComponentChildren;
}

interface Props<Declared extends Settings, State> {
	readonly figure: FigureState<Declared, State>;
	/** Number of the figure on its page. */
	readonly number: number;
	readonly drawing: Drawing<Declared, State>;
	readonly around: Surroundings<Declared, State>;
}

export function Frame<Declared extends Settings, State>(props: Props<Declared, State>) {
	const { figure, drawing, around } = props;
	const { id, model, settings, values, state } = figure;
	const controls = around.controls?.(figure, state);
	const [said, setSaid] = useState('');
	const [open, setOpen] = useState(false);
	const finding = model.finding(state);
	const query = writeQuery(settings, values);
	/** The preset in whose state the figure is. */
	const chosen = model.presets.find((preset) => writeQuery(settings, completed(settings, preset.values)) === query);
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
					{around.title}
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
					<div class="figure-row needs-js no-print">{around.primary(figure, state)}</div>
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
					<p class="needs-js no-print">{around.tryThis}</p>
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
