/** Time over load, and the chance of a slow call over the calls of a page. */
import type { DrawingOf } from '../parts/contract.ts';
import { Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { CALLS, chanceOf, MOST, type model, type Shown, SPAN } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 378],
		draw: ({ state }) => (
			<>
				<Times {...state} width={506} height={160} legend={[0, 90, 170]} />
				{placed(0, 254, <Run {...state} width={206} />)}
				{placed(286, 254, <Chances {...state} width={220} />)}
			</>
		),
	},
	phone: {
		size: [280, 264],
		draw: ({ state }) => <Times {...state} width={230} height={170} legend={[-36, 36, 94]} />,
	},
	more: {
		size: [280, 248],
		draw: ({ state }) => (
			<>
				<Run {...state} width={220} />
				{placed(0, 124, <Chances {...state} width={220} />)}
			</>
		),
	},
};

/** Service times that the picture has room for. */
const TOP = 30;

interface TimesProps {
	readonly width: number;
	readonly height: number;
	/** Where the words of the legend begin. */
	readonly legend: readonly [number, number, number];
}

function Times({ load, service, curves, now, width, height, legend: [first, second, third] }: Shown & TimesProps) {
	const [across, down] = [scale(0, MOST, width), scale(TOP, 0, height)];
	const line = (of: 'mean' | 'p99' | 'page') => pathOf(curves.map((one) => [across(one.at), down(one[of])]));
	const dot = (time: number, mark: string) => (
		<circle class={mark} cx={across(load)} cy={Math.max(0, down(time))} r={4.5} />
	);
	return placed(
		40,
		28,
		<Plot
			title="Milliseconds, by load"
			width={width}
			height={height}
			xTicks={ticks([0, 50, 80, 100], across, (at) => `${at}%`)}
			yTicks={ticks([0, 10, 20, 30], down, (at) => String(at * service))}
			clipped={
				<>
					<path class="edge dash" d={`M${across(100)} 0V${height}`} />
					<path class="hair" d={`M${across(load)} 0V${height}`} />
					<path class="edge" d={line('page')} />
					<path class="line dash" d={line('p99')} />
					<path class="mark" d={line('mean')} />
				</>
			}
		>
			{now && (
				<>
					{dot(now.page, 'open')}
					{dot(now.p99, 'f-ink')}
					{dot(now.mean, 'f-mark')}
				</>
			)}
			<Legend
				y={height + 38}
				items={[
					{ x: first, text: 'mean', mark: 'mark' },
					{ x: second, text: 'p99', mark: 'line dash' },
					{ x: third, text: 'page, median', mark: 'edge' },
				]}
			/>
		</Plot>,
	);
}

/** Requests inside over time; above the line they wait. */
function Run({ run, most, servers, service, width }: Shown & { readonly width: number }) {
	const top = Math.max(most, 2 * servers);
	const [across, down] = [scale(0, SPAN, width), scale(top, 0, 66)];
	return placed(
		40,
		28,
		<Plot
			title="One run: requests inside, by ms"
			width={width}
			height={66}
			xTicks={ticks([0, SPAN], across, (at) => String(at * service))}
			yTicks={ticks([servers, top], down)}
			clipped={<path class="mark" d={pathOf(run.map((inside, at) => [across(2 * at), down(inside)]))} />}
		/>,
	);
}

function Chances({ calls, chance, width }: Shown & { readonly width: number }) {
	const [across, down] = [scale(0, CALLS, width), scale(1, 0, 66)];
	return placed(
		40,
		28,
		<Plot
			title="A slow call, by calls of a page"
			width={width}
			height={66}
			xTicks={ticks([0, 50, CALLS], across)}
			yTicks={ticks([0, 0.5, 1], down, (share) => `${100 * share}%`)}
			clipped={
				<path
					class="mark"
					d={pathOf(Array.from({ length: 51 }, (_, at) => [across(2 * at), down(chanceOf(2 * at))]))}
				/>
			}
		>
			<circle class="f-ink" cx={across(calls)} cy={down(chance)} r={4.5} />
		</Plot>,
	);
}
