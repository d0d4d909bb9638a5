/** How drills went over time, as pictures made of HTML so that their words keep their size; a table stands behind them. */
import { dimensions } from '../../concepts/interview.ts';
import type { TrendPoint } from '../report.ts';
import { percent } from './JudgementPicture.tsx';
import { Scroller, When } from './parts.tsx';

interface LineProps {
	readonly title: string;
	readonly values: readonly (number | undefined)[];
	/** Value at the foot and at the head of the picture. */
	readonly from: number;
	readonly to: number;
	/** Values to draw a hairline at, with what they are called. */
	readonly marks: readonly (readonly [number, string])[];
	readonly text: (value: number) => string;
}

/** Values over the drills, the latest at the right. */
function Line({ title, values, from, to, marks, text }: LineProps) {
	const x = (index: number): number => (values.length > 1 ? index / (values.length - 1) : 0.5);
	const y = (value: number): number => Math.min(1, Math.max(0, (to - value) / (to - from)));
	const points = values.flatMap((value, index) => (value === undefined ? [] : [{ x: x(index), y: y(value), value }]));
	const last = points.at(-1);
	return (
		<div class="trend">
			<p class="note">
				{title} <strong>{last ? text(last.value) : 'not asked'}</strong>
			</p>
			<div class="trend-plot">
				{marks.map(([value, name]) => (
					<span key={name} class="trend-mark note" style={{ insetBlockStart: percent(y(value)) }}>
						<span>{name}</span>
					</span>
				))}
				<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
					<polyline points={points.map((point) => `${100 * point.x},${100 * point.y}`).join(' ')} />
				</svg>
				{points.map((point) => (
					<i
						key={point.x}
						class="dot rubric-dot"
						style={{ insetInlineStart: percent(point.x), insetBlockStart: percent(point.y) }}
					/>
				))}
			</div>
		</div>
	);
}

const signed = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(1).replace('-', '−')}`;
const inHundred = (value: number): string => `${Math.round(100 * value)} %`;

/** Judgement, pace and dimensions over the drills, with the table behind them. */
export function Trends({ points }: { points: readonly TrendPoint[] }) {
	return (
		<>
			<div class="trends" aria-hidden="true">
				<Line
					title="Your score off the rubric’s, in bands:"
					values={points.map(({ distance }) => distance)}
					from={0}
					to={2}
					marks={[
						[2, '2'],
						[0, '0'],
					]}
					text={(value) => value.toFixed(1)}
				/>
				<Line
					title="Too high or too low, on balance:"
					values={points.map(({ lean }) => lean)}
					from={-2}
					to={2}
					marks={[
						[2, '+2'],
						[0, '0'],
						[-2, '−2'],
					]}
					text={signed}
				/>
				<Line
					title="Time used of time planned:"
					values={points.map(({ pace }) => pace)}
					from={0}
					to={2}
					marks={[
						[2, '200 %'],
						[1, '100 %'],
					]}
					text={inHundred}
				/>
				{dimensions.map((dimension) => (
					<Line
						key={dimension}
						title={`${dimension}:`}
						values={points.map(({ shares }) => shares[dimension])}
						from={0}
						to={1}
						marks={[
							[1, '100 %'],
							[0, '0'],
						]}
						text={inHundred}
					/>
				))}
			</div>
			<details>
				<summary class="text-button">The same as a table</summary>
				<Scroller label="Trends as a table">
					<table>
						<thead>
							<tr>
								<th scope="col">Drill</th>
								<th scope="col" align="right">
									Off, bands
								</th>
								<th scope="col" align="right">
									On balance
								</th>
								<th scope="col" align="right">
									Time
								</th>
								{dimensions.map((dimension) => (
									<th scope="col" align="right" key={dimension}>
										{dimension}
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{points.map(({ id, at, distance, lean, pace, shares }) => (
								<tr key={id}>
									<th scope="row">
										<When at={at} />
									</th>
									<td align="right">{distance.toFixed(1)}</td>
									<td align="right">{signed(lean)}</td>
									<td align="right">{pace === undefined ? '–' : inHundred(pace)}</td>
									{dimensions.map((dimension) => {
										const share = shares[dimension];
										return (
											<td align="right" key={dimension}>
												{share === undefined ? '–' : inHundred(share)}
											</td>
										);
									})}
								</tr>
							))}
						</tbody>
					</table>
				</Scroller>
			</details>
		</>
	);
}
