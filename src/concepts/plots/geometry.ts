/** Lines and boxes of a plot, in pixels: cut to the picture, thinned out, and asked whether they meet. */

export type Spot = readonly [x: number, y: number];

export interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

export const meet = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The part of a segment that lies in a box; undefined when none does. */
export function cut([x1, y1]: Spot, [x2, y2]: Spot, box: Box): readonly [Spot, Spot] | undefined {
	const [dx, dy] = [x2 - x1, y2 - y1];
	let [start, end] = [0, 1];
	for (const [by, room] of [
		[-dx, x1 - box.left],
		[dx, box.right - x1],
		[-dy, y1 - box.top],
		[dy, box.bottom - y1],
	] as const) {
		if (by === 0) {
			if (room < 0) return undefined;
		} else if (by < 0) start = Math.max(start, room / by);
		else end = Math.min(end, room / by);
	}
	if (start > end) return undefined;
	const at = (share: number): Spot => [x1 + share * dx, y1 + share * dy];
	return [at(start), at(end)];
}

/** The parts of a line that lie in a box, each as a line of its own. */
export function cutLine(line: readonly Spot[], box: Box): Spot[][] {
	const parts: Spot[][] = [];
	for (const [index, to] of line.entries()) {
		const from = line[index - 1];
		const kept = from && cut(from, to, box);
		if (!kept) continue;
		const last = parts.at(-1);
		const end = last?.at(-1);
		if (last && end && Math.hypot(end[0] - kept[0][0], end[1] - kept[0][1]) < 1e-6) last.push(kept[1]);
		else parts.push([...kept]);
	}
	return parts;
}

/** Leaves out points that the line passes within `within` of anyway (Ramer, Douglas, Peucker). */
export function thinned(line: readonly Spot[], within: number): Spot[] {
	const [first, last] = [line[0], line.at(-1)];
	if (line.length < 3 || !first || !last) return [...line];
	let [farthest, distance] = [0, within];
	for (const [index, spot] of line.entries()) {
		const away = distanceTo(spot, first, last);
		if (away > distance) [farthest, distance] = [index, away];
	}
	if (farthest === 0) return [first, last];
	return [...thinned(line.slice(0, farthest + 1), within), ...thinned(line.slice(farthest), within).slice(1)];
}

function distanceTo([x, y]: Spot, [x1, y1]: Spot, [x2, y2]: Spot): number {
	const [dx, dy] = [x2 - x1, y2 - y1];
	const length = Math.hypot(dx, dy);
	if (length === 0) return Math.hypot(x - x1, y - y1);
	return Math.abs(dy * (x - x1) - dx * (y - y1)) / length;
}
