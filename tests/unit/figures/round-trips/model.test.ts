import { describe, expect, it } from 'vitest';
import { completed } from '../../../../src/figures/parts/settings.ts';
import { barsOf, load, model, WINDOW } from '../../../../src/figures/round-trips/model.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

const shown = (values: object) => model.compute(completed(model.settings, { name: 'Cached', ...values }));

it.each([
	['TLS 1.2 over TCP, new', 'TLS 1.2', 'First'],
	['TLS 1.3 over TCP, new', 'TLS 1.3', 'First'],
	['TLS 1.3 over TCP, 0-RTT', 'TLS 1.3', 'Returning'],
	['QUIC, new', 'HTTP/3', 'First'],
	['QUIC, 0-RTT', 'HTTP/3', 'Returning'],
	['any, connection open', 'TLS 1.2', 'Open'],
])('takes as many round trips as round_trips.py prints for %s', (line, protocol, visit) => {
	const [trips = 0, near = 0, far = 0] = numbersAfter(recordedLines('http-and-tls', 'round_trips'), line);
	expect(shown({ protocol, visit }).trips).toBe(trips);
	expect(shown({ protocol, visit, rtt: 20 }).first).toBe(near);
	expect(shown({ protocol, visit, rtt: 150 }).first).toBe(far);
});

it('needs as many windows as round_trips.py', () => {
	expect([14, 15, 100, 500].map((size) => shown({ size }).rounds)).toEqual([1, 2, 3, 6]);
});

describe('messages', () => {
	const all = (['TLS 1.2', 'TLS 1.3', 'HTTP/3'] as const).flatMap((protocol) =>
		(['First', 'Returning', 'Open'] as const).map((visit) => ({ protocol, visit })),
	);

	it.each(all)('of $protocol, $visit, leave in order, after what they wait for', ({ protocol, visit }) => {
		const flights = load(protocol, visit, true, 100, 200_000);
		expect(flights.map(({ leaves }) => leaves)).toEqual(flights.map(({ leaves }) => leaves).sort((a, b) => a - b));
		expect(flights.every(({ leaves, arrives }) => Number.isFinite(leaves) && arrives > leaves)).toBe(true);
		// A message leaves when another arrives at its sender, or at the start.
		for (const { by, leaves } of flights)
			expect(leaves === 0 || flights.some((other) => other.to === by && other.arrives === leaves)).toBe(true);
	});

	it('send the request before the keys of this handshake only as early data', () => {
		for (const { protocol, visit } of all) {
			const { requested, keyed, early } = shown({ protocol, visit });
			expect(requested < keyed).toBe(early);
		}
	});

	it('bring each byte once, in windows that double', () => {
		const sizes = load('HTTP/3', 'First', false, 50, 100_000).flatMap(({ bytes }) => (bytes ? [bytes] : []));
		expect(sizes).toEqual([WINDOW, 2 * WINDOW, 100_000 - 3 * WINDOW]);
	});

	it('fall into phases that follow one another', () => {
		const bars = barsOf(load('TLS 1.2', 'First', true, 100, 60_000));
		expect(bars.map(({ phase }) => phase)).toEqual(['DNS', 'TCP', 'TLS', 'Request', 'Rest']);
		for (const [at, bar] of bars.slice(1).entries()) expect(bar.from).toBe(bars[at]?.to);
	});
});
