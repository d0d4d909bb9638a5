/** A text of the reader's own, merged pair by pair: what is counted, what is learned, and how another text is spelled by it. */
import { useMemo } from 'preact/hooks';
import { Player, Slider, TextBox } from '../parts/controls.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { Frame, type Preset } from '../parts/Frame.tsx';
import { Axis, pathOf } from '../parts/marks.tsx';
import { type Layout, Picture } from '../parts/Picture.tsx';
import { Readings } from '../parts/Readings.tsx';
import { number, text as textSetting } from '../parts/settings.ts';
import { useFigure } from '../parts/useFigure.ts';
import { BYTES, countOf, encode, pairsAfter, show, split, type Trained, train, vocabulary } from './model.ts';

const MOST = 60;
const CORPUS = 'the hen and the pen; ten hens in a pen, and then the hens sang.';
const settings = {
	text: textSetting(1000, CORPUS),
	merges: number(0, MOST, 1, 5),
	probe: textSetting(100, 'then 2024 🐔'),
};

/** All that one state of the figure shows. */
interface Shown extends Trained {
	/** Those that stand side by side now, the next to merge first. */
	readonly pairs: ReturnType<typeof pairsAfter>;
	/** Each token of the text and of the other text, by id. */
	readonly ids: readonly number[];
	readonly probed: readonly number[];
	readonly name: (id: number) => string;
	/** Tokens of the text at every number of merges, to the end. */
	readonly lengths: readonly number[];
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
const lengthOf = (text: string): number => [...text].length;
const ratio = (a: number, b: number): string => (b ? (a / b).toFixed(2) : '0');

function finding({ merges, size, name }: Shown): string {
	const last = merges.at(-1);
	if (size === 0) return 'There is no text to count in: type one.';
	if (!last) return `No merge yet: ${size} bytes, each a token.`;
	const [first, second] = last.pair.map(name);
	return `Merge ${merges.length} joined ${first} and ${second}, which stood side by side ${times(last.count)}.`;
}

function next({ pairs, name }: Shown): string {
	const best = pairs[0];
	if (!best) return 'Nothing is left to merge: every piece between the splits is one token.';
	const tied = pairs.filter(({ count }) => count === best.count).length;
	const [first, second] = best.pair.map(name);
	return `Next: ${first} and ${second}, ${times(best.count)}${tied > 1 ? `; of ${tied} pairs with that count it has the lowest ids` : ''}.`;
}

export default function Bpe({ number: position }: { readonly number: number }) {
	const figure = useFigure('bpe', settings);
	const { text, merges: asked, probe } = figure.values;
	const whole = useMemo(() => train(countOf(split(text)), MOST), [text]);
	const shown = useMemo((): Shown => {
		const merges = whole.merges.slice(0, asked);
		const table = vocabulary(merges);
		return {
			merges,
			size: whole.size,
			pairs: pairsAfter(countOf(split(text)), merges),
			ids: encode(text, merges),
			probed: encode(probe, merges),
			name: (id) => show(table[id] ?? new Uint8Array()),
			lengths: [whole.size, ...whole.merges.map(({ length }) => length)],
		};
	}, [whole, asked, probe]);
	const { merges, size, ids, probed, name } = shown;
	const made = merges.length;

	return (
		<Frame
			figure={figure}
			number={position}
			title="Your text, merge by merge"
			finding={finding(shown)}
			caption={`${next(shown)} No merge crosses a split: GPT-2’s pattern cuts before words, numbers, marks and runs of spaces. ␣ is a space; two digits or letters apart from the rest are a byte.`}
			tryThis="Step through the merges and undo them; then type a text of your own, or another one to encode."
			presets={presetsOf(shown, text, probe)}
			picture={
				<>
					<Tokens title="The text" ids={ids} name={name} fresh={made ? BYTES + made - 1 : -1} />
					<Tokens title="Another text, encoded by these merges" ids={probed} name={name} fresh={-1} />
					<Picture
						id={figure.id}
						title={`Pairs after ${made} merges, and tokens after each`}
						description={describe(shown)}
						wide={[560, 252]}
						phone={[280, 450]}
						draw={(layout) => <Drawing layout={layout} {...shown} />}
					/>
					<Readings
						readings={[
							{ name: 'Tokens', value: String(ids.length), note: `of ${size} bytes` },
							{ name: 'Vocabulary', value: String(BYTES + made), note: `${BYTES} bytes and ${made} merges` },
							{
								name: 'Tokens a character',
								value: ratio(ids.length, lengthOf(text)),
								note: `${ratio(probed.length, lengthOf(probe))} in the other text`,
							},
						]}
					/>
				</>
			}
			controls={
				<>
					<TextBox figure={figure} name="text" label="Train on" rows={3} />
					<TextBox figure={figure} name="probe" label="Encode" rows={1} />
					<Slider
						figure={figure}
						name="merges"
						label="Merges"
						spoken="Merges learned"
						meaning={made < asked ? `${made} were possible` : ''}
					/>
					<Player figure={figure} name="merges" last={whole.merges.length} pace={400} />
				</>
			}
			table={
				<DataTable
					caption="The merges in the order of learning"
					columns={['Token', 'Id', 'Pair', 'Count', 'Tied', 'Tokens left']}
					rows={merges.map(({ pair, count, tied, length }, at) => [
						name(BYTES + at),
						String(BYTES + at),
						pair.map(name).join(' + '),
						String(count),
						String(tied),
						String(length),
					])}
					current={made - 1}
				/>
			}
		/>
	);
}

/** Boxes that a browser draws within a frame. */
const DRAWN = 240;

/** Each token in its own box. */
function Tokens({
	title,
	ids,
	name,
	fresh,
}: {
	readonly title: string;
	readonly ids: readonly number[];
	readonly name: Shown['name'];
	readonly fresh: number;
}) {
	return (
		<>
			<p class="note">
				{title}: <b>{ids.length}</b> {ids.length === 1 ? 'token' : 'tokens'}
				{ids.length > DRAWN && `, of which the first ${DRAWN} are drawn`}
			</p>
			<p class="tokens">
				{ids.slice(0, DRAWN).map((id, at) => [
					id === fresh ? (
						<b key={at} class="key">
							{name(id)}
						</b>
					) : (
						<span key={at} class="key">
							{name(id)}
						</span>
					),
					' ',
				])}
			</p>
		</>
	);
}

function describe({ pairs, name, lengths, merges }: Shown): string {
	const top = pairs.slice(0, ROWS).map(({ pair, count }) => `${pair.map(name).join(' + ')} ${count}`);
	return `The most frequent pairs now: ${top.join(', ') || 'none'}. Tokens of the text: ${lengths[0]} before the first merge, ${lengths[merges.length]} after ${merges.length}, ${lengths.at(-1)} after ${lengths.length - 1}.`;
}

function presetsOf({ merges, size, ids, probed, name }: Shown, text: string, probe: string): Preset<typeof settings>[] {
	const [first] = merges;
	const spelled = (): string => probed.map(name).join(' | ');
	return [
		{
			name: 'Repetition',
			values: { text: 'a'.repeat(16), probe: 'a'.repeat(15), merges: 4 },
			lesson: () => (
				<>
					The first pair stood there {first?.count} times, but overlaps, so it saved only {size - (first?.length ?? 0)}.
					Each merge doubles the run: one token for 16, and {probed.length} for 15.
				</>
			),
		},
		{
			name: 'Digits',
			values: { text: '1999 2019 2020 2021 2022 2023 2024', probe: '2024 12024 120244', merges: 6 },
			lesson: () => (
				<>
					Pieces follow frequency, not place value: {spelled()}. The same digits change their tokens with what stands
					before them.
				</>
			),
		},
		{
			name: 'Emoji',
			values: { text: '🐔🐓🐣🐤 👍👍🏽 👩‍💻', probe: '🐔🦆', merges: 2 },
			lesson: () => (
				<>
					The first merge is {name(BYTES)}, half a character that most emoji begin with. A token may be no valid text by
					itself; a streaming server has to wait for the rest.
				</>
			),
		},
		{
			name: 'A rare script',
			values: { probe: 'ไก่กับไข่', merges: MOST },
			lesson: () => (
				<>
					The corpus costs {ratio(ids.length, lengthOf(text))} tokens a character, the Thai words{' '}
					{ratio(probed.length, lengthOf(probe))}: no merge was learned for their bytes. Nothing is unknown, but
					everything is long.
				</>
			),
		},
	];
}

/** Pairs that the picture has room for. */
const ROWS = 8;
const HIGH = 160;

/** What fits beside a bar; the middle of a long token tells least. */
const short = (text: string): string => {
	const all = [...text];
	return all.length > 8 ? `${all.slice(0, 4).join('')}…${all.slice(-3).join('')}` : text;
};

function Drawing({ layout, ...shown }: Shown & { readonly layout: Layout }) {
	const isWide = layout === 'wide';
	return (
		<>
			<g transform="translate(0 16)">
				<Pairs {...shown} />
			</g>
			<g transform={isWide ? 'translate(332 56)' : 'translate(36 262)'}>
				<Lengths {...shown} width={isWide ? 220 : 234} />
			</g>
		</>
	);
}

function Pairs({ pairs, name }: Shown) {
	const most = pairs[0]?.count ?? 1;
	return (
		<>
			<text y={14}>Pairs side by side, next first</text>
			{pairs.slice(0, ROWS).map(({ pair, count }, at) => (
				<g key={at} transform={`translate(0 ${44 + at * 22})`} class={at ? undefined : 't-strong'}>
					<text class="t-mono" x={128} text-anchor="end">
						{pair.map((id) => short(name(id))).join(' + ')}
					</text>
					<rect
						class={at ? 'f-edge' : 'f-mark'}
						x={138}
						y={-11}
						width={Math.max(1, Math.round((100 * count) / most))}
						height={13}
					/>
					<text class={at ? 't-muted' : 't-strong'} x={144 + Math.round((100 * count) / most)}>
						{count}
					</text>
				</g>
			))}
			{pairs.length === 0 && (
				<text class="t-muted" y={44}>
					none
				</text>
			)}
		</>
	);
}

function Lengths({ lengths, merges, width }: Shown & { readonly width: number }) {
	const full = lengths[0] || 1;
	const place = (at: number): readonly [number, number] => [
		Math.round((at / MOST) * width),
		Math.round((1 - (lengths[at] ?? 0) / full) * HIGH),
	];
	const [x, y] = place(merges.length);
	return (
		<>
			<text y={-26}>Tokens after each merge</text>
			{[0, full].map((value) => (
				<text key={value} class="t-muted" x={-6} y={value ? 4 : HIGH + 4} text-anchor="end">
					{value}
				</text>
			))}
			<path class="hair" d={`M0 0H${width}`} />
			<path class="edge" d={pathOf(lengths.map((_, at) => place(at)))} />
			<path class="mark" d={pathOf(lengths.slice(0, merges.length + 1).map((_, at) => place(at)))} />
			<circle class="f-ink" cx={x} cy={y} r={4} />
			<text class="t-strong halo" x={x + 4} y={y - 10}>
				{lengths[merges.length]}
			</text>
			<Axis
				x={0}
				y={HIGH}
				length={width}
				ticks={[0, 20, 40, 60].map((at) => ({ at: (at / MOST) * width, text: String(at) }))}
			/>
		</>
	);
}
