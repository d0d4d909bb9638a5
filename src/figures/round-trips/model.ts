/** A page load as messages that leave as soon as their sender knows what they need, and what each has to wait for. */
import { exactly, nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number } from '../parts/settings.ts';
import { count, fixed } from '../parts/words.ts';

/** Bytes that may be under way at first, by RFC 6928: ten packets. */
export const WINDOW = 14_600;
/** Milliseconds to the resolver and back. */
export const RESOLVER = 20;
/** More messages than any load takes. */
const MOST = 24;

export type Protocol = 'TLS 1.2' | 'TLS 1.3' | 'HTTP/3';
export type Visit = 'First' | 'Returning' | 'Open';
export type Side = 'client' | 'server' | 'resolver';
export type Phase = 'DNS' | 'TCP' | 'TLS' | 'QUIC' | 'Request' | 'Rest';

/** What may be said, by whom, and when: as soon as the speaker knows all that it needs. */
interface Rule {
	readonly by: Side;
	readonly to: Side;
	readonly text: string;
	readonly phase: Phase;
	readonly needs: readonly string[];
	readonly gives: string;
}

const rule = (by: Side, to: Side, phase: Phase, text: string, needs: string, gives: string): Rule => ({
	...{ by, to, phase, text, gives },
	needs: needs.split(' ').filter(Boolean),
});

/** All that is said until the request is at the server, in an order in which nothing needs what comes later. */
function rulesOf(protocol: Protocol, visit: Visit, asked: boolean): readonly Rule[] {
	const open = visit === 'Open';
	const quic = protocol === 'HTTP/3';
	const ticket = visit === 'Returning';
	const old = protocol === 'TLS 1.2';
	const secure: Phase = quic ? 'QUIC' : 'TLS';
	const early = ticket && !old;
	return [
		...(asked && !open
			? [
					rule('client', 'resolver', 'DNS', 'which address?', '', 'question'),
					rule('resolver', 'client', 'DNS', 'the address', 'question', 'address'),
				]
			: []),
		...(open || quic
			? []
			: [
					rule('client', 'server', 'TCP', 'SYN', 'address', 'syn'),
					rule('server', 'client', 'TCP', 'SYN-ACK', 'syn', 'connection'),
				]),
		...(open
			? []
			: old && !ticket
				? [
						rule('client', 'server', secure, 'ClientHello', 'connection', 'hello'),
						rule('server', 'client', secure, 'certificate, proof, key share', 'hello', 'share'),
						rule('client', 'server', secure, 'key share, Finished', 'share', 'keys'),
						rule('server', 'client', secure, 'Finished', 'keys', 'keys'),
					]
				: [
						rule(
							'client',
							'server',
							secure,
							old ? 'ClientHello, ticket' : early ? 'ClientHello, key share, ticket' : 'ClientHello, key share',
							quic ? 'address' : 'connection',
							'hello',
						),
						rule(
							'server',
							'client',
							secure,
							old ? 'ServerHello, Finished' : ticket ? 'key share, Finished' : 'key share, certificate, proof',
							'hello',
							'keys',
						),
					]),
		rule(
			'client',
			'server',
			'Request',
			early ? 'GET, early' : 'GET',
			open ? '' : early ? (quic ? 'address' : 'connection') : 'keys',
			'request',
		),
	];
}

export interface Flight {
	readonly by: Side;
	readonly to: Side;
	readonly text: string;
	readonly phase: Phase;
	readonly leaves: number;
	readonly arrives: number;
	/** Bytes of the page that it brings. */
	readonly bytes: number;
}

/** All messages in the order in which they leave. */
export function load(protocol: Protocol, visit: Visit, asked: boolean, rtt: number, bytes: number): Flight[] {
	const known: Record<Side, Record<string, number>> = { client: {}, server: {}, resolver: {} };
	if (!asked) known.client.address = 0;
	const flights: Flight[] = [];
	const send = (by: Side, to: Side, text: string, phase: Phase, leaves: number, carried = 0): number => {
		const arrives = leaves + (by === 'resolver' || to === 'resolver' ? RESOLVER : rtt) / 2;
		flights.push({ by, to, text, phase, leaves, arrives, bytes: carried });
		return arrives;
	};
	for (const { by, to, text, phase, needs, gives } of rulesOf(protocol, visit, asked)) {
		const leaves = Math.max(0, ...needs.map((fact) => known[by][fact] ?? Number.POSITIVE_INFINITY));
		known[to][gives] = Math.min(known[to][gives] ?? Number.POSITIVE_INFINITY, send(by, to, text, phase, leaves));
	}
	let [leaves, left, window] = [known.server.request ?? 0, bytes, WINDOW];
	for (let first = true; left > 0; first = false) {
		const carried = Math.min(left, window);
		left -= carried;
		window *= 2;
		const phase = first ? 'Request' : 'Rest';
		const arrives = send('server', 'client', `${fixed(carried / 1000, 1)} kB`, phase, leaves, carried);
		if (left > 0) leaves = send('client', 'server', 'got it', 'Rest', arrives);
	}
	return flights.sort((a, b) => a.leaves - b.leaves);
}

export interface Bar {
	readonly phase: Phase;
	readonly from: number;
	readonly to: number;
}

/** From when to when each phase lasts. */
export function barsOf(flights: readonly Flight[]): readonly Bar[] {
	const phases = [...new Set(flights.map(({ phase }) => phase))];
	return phases.map((phase) => {
		const own = flights.filter((flight) => flight.phase === phase);
		return {
			phase,
			from: Math.min(...own.map(({ leaves }) => leaves)),
			to: Math.max(...own.map(({ arrives }) => arrives)),
		};
	});
}

const settings = {
	step: number(0, MOST, 1, MOST),
	protocol: choice(['TLS 1.2', 'TLS 1.3', 'HTTP/3'], 'TLS 1.3'),
	visit: choice(['First', 'Returning', 'Open'], 'First'),
	name: choice(['Asked', 'Cached'], 'Asked'),
	rtt: number(10, 300, 10, 100),
	size: number(1, 1000, 1, 60),
};

/** All that one state of the figure shows. */
export interface Shown {
	readonly protocol: Protocol;
	readonly visit: Visit;
	readonly asked: boolean;
	readonly rtt: number;
	/** Kilobytes of the page. */
	readonly size: number;
	readonly flights: readonly Flight[];
	readonly steps: number;
	readonly step: number;
	/** The message of this step. */
	readonly now: Flight | undefined;
	/** Kilobytes that have arrived by now. */
	readonly received: number;
	/** Milliseconds for the name, until the first byte, and until the last. */
	readonly named: number;
	readonly first: number;
	readonly last: number;
	/** Round trips to the server until the first byte, and in which the page comes. */
	readonly trips: number;
	readonly rounds: number;
	/** When the request leaves, when the client has keys of this handshake, and whether they are early ones of a visit before. */
	readonly requested: number;
	readonly keyed: number;
	readonly early: boolean;
	/** The last byte with the slowest setting of protocol, visit and name, for the axis. */
	readonly slowest: number;
	/** What the page is above the first window, in bytes. */
	readonly over: number;
}

const ms = (value: number): string => `${Math.round(value).toLocaleString('en-US')} ms`;
const kB = (value: number): string => `${Number(fixed(value, 1)).toLocaleString('en-US')} kB`;

const who: Readonly<Record<Side, string>> = { client: 'Browser', server: 'Server', resolver: 'Resolver' };

export const model = figureModel({
	settings,
	compute: ({ step: wanted, protocol, visit, name, rtt, size }): Shown => {
		const asked = name === 'Asked' && visit !== 'Open';
		const bytes = size * 1000;
		const flights = load(protocol, visit, asked, rtt, bytes);
		const step = Math.min(wanted, flights.length);
		const request = flights.find(({ text }) => text.startsWith('GET'));
		const data = flights.filter(({ bytes: carried }) => carried > 0);
		const named = asked ? RESOLVER : 0;
		const first = data[0]?.arrives ?? 0;
		const last = data.at(-1)?.arrives ?? 0;
		const answers = flights.filter(({ phase, to }) => (phase === 'TLS' || phase === 'QUIC') && to === 'client');
		return {
			...{ protocol, visit, asked, rtt, size, flights, step, named, first, last },
			steps: flights.length,
			now: flights[step - 1],
			received: flights.slice(0, step).reduce((sum, one) => sum + one.bytes, 0) / 1000,
			trips: Math.round((first - named) / rtt),
			rounds: data.length,
			requested: request?.leaves ?? 0,
			keyed: answers.at(-1)?.arrives ?? 0,
			early: visit === 'Returning' && protocol !== 'TLS 1.2',
			slowest: load('TLS 1.2', 'First', true, rtt, bytes).at(-1)?.arrives ?? 1,
			over: Math.max(0, bytes - WINDOW),
		};
	},
	builtIn: `The server answers at once, nothing is lost, and the link is so wide that only round trips take time. The resolver is ${RESOLVER} ms away and back. Every connection, an open one too, begins with a window of ${WINDOW.toLocaleString('en-US')} bytes that doubles each round trip. A returning visitor may use 0-RTT, which TLS 1.2 lacks; False Start is off.`,
	name: ({ protocol, visit }) =>
		`Messages of a page load with ${protocol}, ${visit === 'Open' ? 'on an open connection' : visit === 'First' ? 'first visit' : 'returning visitor'}`,
	finding: ({ now, first, trips }) =>
		now
			? `${who[now.by]} to ${who[now.to].toLowerCase()}, “${now.text}”: leaves at ${ms(now.leaves)}, is there at ${ms(now.arrives)}.`
			: `Nothing is sent yet; the first byte will come after ${ms(first)}, ${count(trips, 'round trip')} to the server included.`,
	caption: ({ trips, named, rtt, first, rounds, last, size }) =>
		`${count(trips, 'round trip')} of ${rtt} ms${named > 0 ? ` and ${named} ms for the name` : ''}: first byte at ${ms(first)}. ${kB(size)} come in ${count(rounds, 'round trip')}, the last byte at ${ms(last)}.`,
	description: ({ flights, step }) =>
		flights
			.slice(0, step)
			.map(
				({ by, to, text, leaves, arrives }) =>
					`${who[by]} to ${who[to].toLowerCase()}: ${text}, from ${ms(leaves)} to ${ms(arrives)}.`,
			)
			.join(' ') || 'No message yet.',
	readings: ({ trips, first, last, rounds, received, size, early, visit, requested, keyed }) => [
		{ name: 'To the first byte', value: count(trips, 'round trip'), note: ms(first) },
		{ name: 'All of the page', value: ms(last), note: `in ${count(rounds, 'round trip')}` },
		{ name: 'Arrived so far', value: kB(received), note: `of ${kB(size)}` },
		{
			name: 'Keys before data',
			value: early ? 'earlier keys' : 'holds',
			note: early
				? 'the request can be replayed'
				: visit === 'Open'
					? 'keys were there'
					: `keys ${ms(keyed)}, request ${ms(requested)}`,
		},
	],
	table: ({ flights, step }) => ({
		caption: 'Each message, when it leaves and when it is there',
		columns: ['Message', 'Way', 'Leaves', 'There'],
		rows: flights.map(({ text, by, to, leaves, arrives }) => [
			text,
			`${who[by].toLowerCase()} to ${who[to].toLowerCase()}`,
			ms(leaves),
			ms(arrives),
		]),
		...(step > 0 && { current: step - 1 }),
	}),
	presets: [
		{
			name: 'TLS 1.2, first visit',
			values: { protocol: 'TLS 1.2', name: 'Cached' },
			lesson: ({ trips, first, rtt }) =>
				`It takes ${count(trips, 'round trip')} until the first byte, ${ms(first)} at ${rtt} ms each: one for TCP, two for TLS, one for the request. A faster server changes none of them.`,
		},
		{
			name: 'HTTP/3, first visit',
			values: { protocol: 'HTTP/3', name: 'Cached' },
			lesson: ({ trips, first }) =>
				`Now ${count(trips, 'round trip')}, ${ms(first)}: QUIC sets up connection and keys in one exchange, and the request follows.`,
		},
		{
			name: 'HTTP/3, returning',
			values: { protocol: 'HTTP/3', visit: 'Returning', name: 'Cached' },
			lesson: ({ trips, requested, keyed }) =>
				`Only ${count(trips, 'round trip')}: the request leaves at ${ms(requested)}, and new keys come at ${ms(keyed)}. It goes under keys of the last visit, and whoever records it can send it again.`,
		},
		{
			name: 'A connection that is open',
			values: { protocol: 'TLS 1.2', visit: 'Open' },
			lesson: ({ trips, first, protocol }) =>
				`Only ${count(trips, 'round trip')}, ${ms(first)}, even with ${protocol}: nothing to look up, to open or to agree on. Only early data over QUIC is as quick.`,
		},
		{
			name: 'A little over one window',
			values: { protocol: 'HTTP/3', name: 'Cached', size: 15 },
			lesson: ({ over, rounds, first, last }) =>
				`The last ${over} bytes do not fit into the first window, so the page takes ${count(rounds, 'round trip')}: first byte at ${ms(first)}, last at ${ms(last)}.`,
		},
		{
			name: 'A megabyte, far away',
			values: { rtt: 200, size: 1000 },
			lesson: ({ rounds, last, trips }) =>
				`The first byte takes ${count(trips, 'round trip')}, the page ${count(rounds, 'window')}, each twice as large as the one before: the last byte comes at ${ms(last)}, on a link without any limit.`,
		},
	],
});

/** Round trips until the first byte, by protocol and visit, as the standards' pictures show them. */
const TRIPS: Readonly<Record<Protocol, Readonly<Record<Visit, number>>>> = {
	'TLS 1.2': { First: 4, Returning: 3, Open: 1 },
	'TLS 1.3': { First: 3, Returning: 2, Open: 1 },
	'HTTP/3': { First: 2, Returning: 1, Open: 1 },
};

export const checks: FigureChecks<Shown> = {
	lessons: {
		'TLS 1.2, first visit': ({ trips, first, rtt, protocol }) =>
			protocol === 'TLS 1.2' && trips === 4 && first === 4 * rtt,
		'HTTP/3, first visit': ({ trips, protocol, early }) => protocol === 'HTTP/3' && trips === 2 && !early,
		'HTTP/3, returning': ({ trips, early, requested, keyed }) => trips === 1 && early && requested < keyed,
		'A connection that is open': ({ trips, visit, protocol, first, rtt }) =>
			protocol === 'TLS 1.2' && visit === 'Open' && trips === 1 && first === rtt,
		'A little over one window': ({ over, rounds, first, last, rtt }) =>
			over > 0 && over < 1000 && rounds === 2 && last === first + rtt,
		'A megabyte, far away': ({ rounds, last, rtt, trips }) =>
			rounds === 7 && trips === 3 && rtt === 200 && last > 8 * rtt,
	},
	comparisons: ({ protocol, visit, asked, rtt, size, trips, rounds, first, last, flights, step, received }) => {
		const bytes = size * 1000;
		const doublings = Math.ceil(Math.log2(1 + bytes / WINDOW) - 1e-12);
		return [
			exactly('round trips to the first byte', trips, TRIPS[protocol][visit]),
			exactly('round trips of the page, by a logarithm', rounds, doublings),
			nearly('first byte, by round trips', first, TRIPS[protocol][visit] * rtt + (asked ? RESOLVER : 0), 1e-12),
			nearly('last byte', last, first + (doublings - 1) * rtt, 1e-12),
			...(step === flights.length ? [nearly('bytes that arrived', received, size, 1e-12)] : []),
		];
	},
};
