/** Axes: where a value stands, and which values are marked. */
import type { Axis } from '../schema/plot.ts';

export interface Tick {
	readonly value: number;
	readonly text: string;
}

export interface Scale {
	readonly from: number;
	readonly to: number;
	/** Where a value stands, as a share of the axis: 0 where it begins, 1 where it ends. */
	readonly share: (value: number) => number;
	/** The value that stands there. */
	readonly valueAt: (share: number) => number;
	readonly isLog: boolean;
}

/**
 * The scale of an axis.
 *
 * @param values all that is to stand on it
 * @param isRound whether it ends at round numbers where the author says nothing
 */
export function scaleOf(axis: Axis, values: readonly number[], isRound: boolean): Scale {
	const isLog = axis.scale === 'log';
	const usable = isLog ? values.filter((value) => value > 0) : values;
	const [least, most] = [Math.min(...usable), Math.max(...usable)];
	let from = axis.from ?? (usable.length > 0 ? least : isLog ? 1 : 0);
	let to = axis.to ?? (usable.length > 0 ? most : isLog ? 10 : 1);
	// What cannot be is told by the check; until it is mended, the axis begins and ends somewhere.
	if (isLog && !(from > 0)) from = to > 0 ? to / 10 : 1;
	if (isRound && !isLog && to > from) {
		const step = stepOf(from, to, 5);
		if (axis.from === undefined) from = clean(Math.floor(from / step + 1e-9) * step);
		if (axis.to === undefined) to = clean(Math.ceil(to / step - 1e-9) * step);
	}
	if (!(to > from)) to = from + (isLog ? from : 1);
	const of = (value: number): number => (isLog ? Math.log10(Math.max(value, 1e-300)) : value);
	const [low, high] = [of(from), of(to)];
	return {
		from,
		to,
		isLog,
		share: (value) => (of(value) - low) / (high - low),
		valueAt: (share) => (isLog ? 10 ** (low + share * (high - low)) : low + share * (high - low)),
	};
}

/** Ticks of a scale that nobody chose: round numbers, at most so many. */
export function roundTicks(scale: Scale, most: number): Tick[] {
	const { from, to, isLog } = scale;
	if (!isLog) {
		const step = stepOf(from, to, most);
		const first = Math.ceil(from / step - 1e-9);
		const count = Math.floor(to / step + 1e-9) - first + 1;
		return Array.from({ length: count }, (_, index) => tick(clean((first + index) * step)));
	}
	const [low, high] = [Math.floor(Math.log10(from) + 1e-9), Math.floor(Math.log10(to) + 1e-9)];
	const powers = Array.from({ length: high - low + 1 }, (_, index) => low + index);
	const choices = [[1, 2, 5], [1, 3], [1]].map((factors) =>
		powers.flatMap((power) => factors.map((factor) => clean(factor * 10 ** power))),
	);
	for (let every = 2; every < powers.length; every++) {
		choices.push(powers.filter((_, index) => index % every === 0).map((power) => 10 ** power));
	}
	const fitting = choices
		.map((values) => values.filter((value) => value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9)))
		.find(({ length }) => length <= most);
	return (fitting ?? [from, to]).map(tick);
}

const tick = (value: number): Tick => ({ value, text: numberText(value) });

/** The round step of which at most so many fit. */
function stepOf(from: number, to: number, most: number): number {
	const rough = (to - from) / Math.max(1, most);
	const power = 10 ** Math.floor(Math.log10(rough));
	return clean(([1, 2, 5].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power);
}

/** Without the dust that arithmetic with tenths leaves. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** A number as pictures write it: 1,000, −0.5, 1e-6. */
export function numberText(value: number): string {
	const size = Math.abs(value);
	const text =
		size !== 0 && (size < 1e-4 || size >= 1e7)
			? value.toExponential().replace('e+', 'e')
			: value.toLocaleString('en-US', { maximumSignificantDigits: 6 });
	return text.replace(/^-/, '\u2212');
}
