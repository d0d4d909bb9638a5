/** The staircase over its points, what it leaves to the next stump, and both errors by round. */
import type { DrawingOf, FigureOf, Room } from '../parts/contract.ts';
import { draggable, Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { nearestStep } from '../parts/settings.ts';
import { fixed } from '../parts/words.ts';
import { type Errors, MOST, type model, type Shown, truth } from './model.ts';

type Figure = FigureOf<typeof model>;

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 400],
		draw: (figure) => [
			placed(24, 28, <Fit {...figure.state} width={236} height={156} />),
			placed(24, 278, <Rest {...figure.state} width={236} height={70} />),
			placed(318, 28, <Curves figure={figure} width={232} height={320} />),
		],
	},
	phone: {
		size: [280, 244],
		draw: ({ state }) => placed(26, 28, <Fit {...state} width={244} height={156} />),
	},
	more: {
		size: [280, 408],
		draw: (figure) => [
			placed(26, 28, <Rest {...figure.state} width={244} height={70} />),
			placed(34, 182, <Curves figure={figure} width={236} height={160} />),
		],
	},
};

/** y from −2 to 2; the few points beyond are left out. */
const REACH = 2;

function Fit({ xs, ys, borders, fits, rounds, width, height }: Shown & Room) {
	const [across, down] = [scale(0, 1, width), scale(REACH, -REACH, height)];
	const curve = Array.from({ length: 41 }, (_, at) => [across(at / 40), down(truth(at / 40))] as const);
	return (
		<Plot
			title={rounds === 0 ? 'The start: the mean' : `The sum after round ${rounds}`}
			width={width}
			height={height}
			xTicks={ticks([0, 0.5, 1], across)}
			yTicks={ticks([-1, 0, 1], down, (value) => fixed(value, 0))}
			clipped={
				<>
					<path
						class="thin"
						opacity={0.5}
						d={xs.map((x, at) => `M${across(x)} ${down(ys[at] ?? 0)}V${down(fits[at] ?? 0)}`).join('')}
					/>
					<path class="line dash" d={pathOf(curve)} />
					<path class="mark" d={staircase(borders.map(across), fits.map(down))} />
				</>
			}
		>
			{xs.map((x, at) => {
				const y = ys[at] ?? 0;
				return Math.abs(y) <= REACH && <circle key={x} class="open" cx={across(x)} cy={down(y)} r={2.5} />;
			})}
			<Legend
				y={height + 44}
				items={[
					{ x: -24, text: 'point', mark: <circle class="open" r={2.5} /> },
					{ x: 40, text: 'sum', mark: 'mark' },
					{ x: 98, text: 'left over', mark: <path class="thin" opacity={0.5} d="M0-6V6" /> },
					{ x: 178, text: 'truth', mark: 'line dash' },
				]}
			/>
		</Plot>
	);
}

/** A path that is level between borders. */
function staircase(borders: readonly number[], levels: readonly number[]): string {
	return levels.map((level, at) => `${at === 0 ? `M0 ${level}` : `V${level}`}H${borders[at + 1] ?? 0}`).join('');
}

function Rest({ xs, residuals, next, width, height }: Shown & Room) {
	const [across, down] = [scale(0, 1, width), scale(1.2, -1.2, height)];
	const cut = across(next.cut);
	return (
		<Plot
			title="What is left, and the next stump"
			width={width}
			height={height}
			xTicks={ticks([0, 0.5, 1], across)}
			yTicks={ticks([-1, 0, 1], down, (value) => fixed(value, 0))}
			clipped={<path class="mark" d={staircase([0, cut, width], [down(next.left), down(next.right)])} />}
		>
			{xs.map((x, at) => {
				const residual = residuals[at] ?? 0;
				return Math.abs(residual) <= 1.2 && <circle key={x} class="f-ink" cx={across(x)} cy={down(residual)} r={1.5} />;
			})}
		</Plot>
	);
}

/** Rounds at which curves are drawn: all at first, then about every fifteenth part more. */
const DRAWN = Array.from({ length: 97 }, (_, at) => Math.round(MOST ** (at / 96))).filter(
	(round, at, all) => round !== all[at - 1],
);

function Curves({ figure, width, height }: Room & { readonly figure: Figure }) {
	const { state, settings, set, settle } = figure;
	const { errors, rounds, train, test, best, floor } = state;
	// A round number above what the interesting part of both curves reaches.
	const top = Math.ceil(10 * (0.2 + 2.5 * floor)) / 10;
	const down = scale(top, 0, height);
	const along = scale(1, MOST, width, 'log');
	const across = (round: number): number => along(Math.max(1, round));
	// A curve that jumps from round to round would miss what the marks stand on.
	const drawn = [...new Set([...DRAWN, best, Math.max(1, rounds)])].sort((one, other) => one - other);
	const path = (of: (one: Errors) => number): string =>
		pathOf(drawn.map((round) => [across(round), down(of(errors[round] ?? { train: 0, test: 0 }))]));
	const [x, y] = [across(rounds), Math.max(0, down(test))];
	return (
		<Plot
			title="Mean squared error, by round"
			width={width}
			height={height}
			xTicks={ticks([1, 10, 100, MOST], across)}
			yTicks={ticks([0, top / 2, top], down, (value) => String(Number(value.toFixed(2))))}
			clipped={
				<>
					<path class="edge dash" d={`M0 ${down(floor)}H${width}`} />
					<path class="line" d={path((one) => one.train)} />
					<path class="mark" d={path((one) => one.test)} />
					<path class="hair" d={`M${x} 0V${height}`} />
				</>
			}
		>
			<path class="f-ink" d={`M${across(best)} ${height}l5 9h-10z`} />
			<circle class="f-ink" cx={x} cy={Math.max(0, down(train))} r={4} />
			<g
				class="handle"
				transform={`translate(${x} ${y})`}
				{...draggable(
					(point) => set({ rounds: nearestStep(settings.rounds, MOST ** (Math.max(0, point.x) / width)) }),
					settle,
				)}
			>
				<circle r={22} fill="transparent" />
				<circle class="open" r={7} stroke-width={2} />
			</g>
			<Legend
				y={height + 44}
				items={[
					{ x: -28, text: 'training', mark: 'line' },
					{ x: 50, text: 'test', mark: 'mark' },
					{ x: 104, text: 'noise', mark: 'edge dash' },
					{ x: 170, text: 'best', mark: <path class="f-ink" d="M0-5l5 9h-10z" /> },
				]}
			/>
		</Plot>
	);
}
