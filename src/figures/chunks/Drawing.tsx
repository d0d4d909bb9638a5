/** Questions by sentences: what each prompt holds, and whether the answer is in it; beside it, recall by words. */
import type { DrawingOf, FigureOf, Room } from '../parts/contract.ts';
import { Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { fixed } from '../parts/words.ts';
import { ALL, type model, PAGE, PAGES, QUESTIONS, type Shown, WORDS } from './model.ts';

type Figure = FigureOf<typeof model>;

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 292],
		draw: (figure) => (
			<>
				<Grid figure={figure} left={22} cell={[13, 18]} />
				{placed(392, 52, <Curve {...figure.state} width={160} height={180} />)}
			</>
		),
	},
	phone: {
		size: [280, 252],
		draw: (figure) => <Grid figure={figure} left={20} cell={[10.8, 14]} />,
	},
	more: {
		size: [280, 210],
		draw: ({ state }) => placed(30, 30, <Curve {...state} width={240} height={140} />),
	},
};

/** Above the grid: its title, and two rows of chunks, so that overlapping ones can be told apart. */
const TOP = 52;

interface GridProps {
	readonly figure: Figure;
	/** Room for the numbers of the questions. */
	readonly left: number;
	readonly cell: readonly [width: number, height: number];
}

function Grid({ figure, left, cell: [width, height] }: GridProps) {
	const { state, set, settle } = figure;
	const { chunks, prompts, hits, chosen, overlap } = state;
	const at = (place: number): number => Math.round(place * width);
	const bottom = QUESTIONS.length * height;
	const choose = (row: number): void => {
		set({ question: String(row + 1) as (typeof model.settings.question.options)[number] });
		settle();
	};
	return (
		<>
			<text y={13}>Questions by sentences</text>
			<g transform={`translate(${left} ${TOP})`}>
				{chunks.map(({ from, to }, place) => (
					<path
						key={from}
						class="f-edge"
						d={`M${at(from) + 1} ${overlap > 0 && place % 2 === 1 ? -10 : -18}H${at(to) - 1}v5H${at(from) + 1}z`}
					/>
				))}
				<path class="f-wash" d={`M0 0H${at(ALL)}V${bottom}H0z`} />
				{prompts.map((prompt, row) => {
					const gold = (QUESTIONS[row]?.[1] ?? 1) - 1;
					const [x, y] = [Math.round(at(gold) + width / 2), row * height + height / 2];
					const read = [...prompt].sort((a, b) => a - b);
					return (
						// biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; a control chooses the row, too
						<g key={row} class="heat-row" onClick={() => choose(row)}>
							<text x={-5} y={y + 4} text-anchor="end" class={row === chosen ? 't-strong' : 't-muted'}>
								{row + 1}
							</text>
							<path
								class="f-mark-25"
								d={read
									.map((place) => `M${at(place)} ${row * height}H${at(place + 1)}v${height}H${at(place)}z`)
									.join('')}
							/>
							{hits[row] ? (
								<circle class="f-ink" cx={x} cy={y} r={4} />
							) : (
								<path class="line" d={`M${x - 4} ${y - 4}l8 8m0-8l-8 8`} />
							)}
						</g>
					);
				})}
				<path
					class="paper-line"
					pointer-events="none"
					d={QUESTIONS.map((_, row) => `M0 ${row * height}H${at(ALL)}`).join('')}
				/>
				<path
					class="edge"
					pointer-events="none"
					d={PAGES.slice(1)
						.map((_, page) => `M${at((page + 1) * PAGE)} 0V${bottom}`)
						.join('')}
				/>
				<rect
					class="frame"
					stroke-width={2}
					pointer-events="none"
					x={-1}
					y={chosen * height}
					width={at(ALL) + 2}
					height={height}
				/>
				{PAGES.map(({ name }, page) => (
					<text key={name} class="t-muted" x={at((page + 0.5) * PAGE)} y={bottom + 17} text-anchor="middle">
						{name}
					</text>
				))}
				<Legend
					y={bottom + 38}
					items={[
						{ x: -left, text: 'in the prompt', mark: <path class="f-mark-25" d="M-7-6H7V6H-7z" /> },
						{ x: 102 - left, text: 'answer, found', mark: <circle class="f-ink" r={4} /> },
						{ x: 213 - left, text: 'missed', mark: <path class="line" d="M-4-4l8 8m0-8l-8 8" /> },
					]}
				/>
			</g>
		</>
	);
}

function Curve({ sizes, size, words, recall, width, height }: Shown & Room) {
	const [across, down] = [scale(0, WORDS, width), scale(1.05, 0, height)];
	const points = sizes.map((one) => [across(one.words), down(one.recall)] as const);
	const [x, y] = [across(words), down(recall)];
	return (
		<Plot
			title="Recall, by words in the prompt"
			width={width}
			height={height}
			xTicks={ticks([0, 100, 200], across)}
			yTicks={ticks([0, 0.5, 1], down, (value) => fixed(value, 1))}
		>
			<path class="edge" d={pathOf(points)} />
			{points.map(([cx, cy], at) => (
				<circle key={at} class="open" cx={cx} cy={cy} r={2.5} />
			))}
			<circle class="f-mark" cx={x} cy={y} r={6} />
			<text
				class="t-strong halo"
				x={x > width / 2 ? x : x + 8}
				y={y + 22}
				text-anchor={x > width / 2 ? 'end' : 'start'}
			>
				{`size ${size}`}
			</text>
		</Plot>
	);
}
