/** How many prompts become due on each of the coming days: today in ink, the others in edge. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { count } from '../../../ground/words.ts';
import { type ForecastDay, forecast } from '../../schedule/progress.ts';
import { longDate, shortDate } from '../dates.ts';
import { axisSteps } from './axis.ts';
import { Numbers, Section } from './parts.tsx';
import type { Reader } from './reader.ts';

const DAYS = 30;
const DAYS_ON_PHONE = 14;

/** Height of the picture and of what stands above and below the bars, in CSS pixels. */
const HEIGHT = 176;
const TOP = 22;
const BOTTOM = 26;
const AXIS = 30;

function useWidth() {
	const ref = useRef<HTMLDivElement>(null);
	const [width, setWidth] = useState(0);
	useEffect(() => {
		const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
		if (ref.current) observer.observe(ref.current);
		return () => observer.disconnect();
	}, []);
	return { ref, width };
}

function Bars({ days, width, words }: { days: readonly ForecastDay[]; width: number; words: string }) {
	const steps = axisSteps(Math.max(...days.map(({ due }) => due)));
	const top = steps.at(-1) ?? 1;
	const slot = (width - AXIS) / days.length;
	const bar = Math.max(4, Math.round(slot * 0.66));
	const height = (number: number): number => (number / top) * (HEIGHT - TOP - BOTTOM);
	const base = HEIGHT - BOTTOM;
	return (
		<svg class="forecast" width={width} height={HEIGHT} role="img" aria-label={words}>
			{steps.map((step) => (
				<g key={step}>
					<path class="hairline" d={`M0 ${base - height(step) + 0.5}H${width - AXIS}`} />
					<text x={width - AXIS + 8} y={base - height(step) + 4}>
						{step}
					</text>
				</g>
			))}
			{days.map(({ day, due }, index) => (
				<rect
					key={day}
					class={index === 0 ? 'today' : undefined}
					x={Math.round(index * slot)}
					y={base - height(due)}
					width={bar}
					height={height(due)}
				/>
			))}
			<path class="base" d={`M0 ${base + 0.5}H${width - AXIS}`} />
			<text class="today" x={bar / 2} y={base - height(days[0]?.due ?? 0) - 6} text-anchor="middle">
				{days[0]?.due}
			</text>
			{days.map(({ day }, index) =>
				index % 7 === 0 ? (
					<text
						key={day}
						class={index === 0 ? 'today' : undefined}
						x={Math.round(index * slot) + (index === 0 ? 0 : bar / 2)}
						y={HEIGHT - 6}
						text-anchor={index === 0 ? 'start' : 'middle'}
					>
						{index === 0 ? 'today' : shortDate(day)}
					</text>
				) : null,
			)}
		</svg>
	);
}

export function Forecast({ reader: { input, state } }: { reader: Reader }) {
	const days = useMemo(() => forecast(input, DAYS), [input]);
	const { ref, width } = useWidth();
	const shown = days.slice(0, width > 0 && width < 480 ? DAYS_ON_PHONE : DAYS);
	const today = days[0]?.due ?? 0;
	const week = days.slice(1, 8).reduce((sum, { due }) => sum + due, 0);
	const perDay = days.reduce((sum, { expected }) => sum + expected, 0) / DAYS;
	const { dailyLimit } = state.settings;
	const finding = `${today} today, ${week} in the week after.`;
	return (
		<Section
			id="forecast"
			title="Forecast"
			about={`Prompts due in the next ${shown.length} days`}
			note={
				<p>
					<strong>{finding}</strong> About {count(Math.max(1, Math.round(perDay)), 'answer')} a day if you add nothing,
					with prompts that come again. You answer at most {dailyLimit} a day; what is more waits for the next day.
				</p>
			}
		>
			<div class="picture" ref={ref}>
				{width > 0 && (
					<Bars days={shown} width={width} words={`Prompts due in the next ${shown.length} days: ${finding}`} />
				)}
			</div>
			<Numbers
				caption="Prompts due on each of the coming days"
				head={['Day', 'Due', 'Answers to expect']}
				rows={days.map(({ day, due, expected }, index) => [
					index === 0 ? 'Today' : longDate(day),
					due,
					expected.toFixed(1),
				])}
			/>
		</Section>
	);
}
