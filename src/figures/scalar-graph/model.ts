/** One neuron's loss as a graph of scalars, run forward and differentiated backward one node at a time. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { number } from '../parts/settings.ts';

export const LEAVES = ['w', 'x', 'b', 't', 'λ'] as const;
export type Leaf = (typeof LEAVES)[number];
export type Name = Leaf | 'u' | 'z' | 'a' | 'r' | 'e' | 'q' | 'L';

interface Operation {
	readonly name: Name;
	/** As it is written. */
	readonly formula: string;
	readonly inputs: readonly Name[];
	readonly value: (...inputs: readonly number[]) => number;
	/** The local derivative by each input. */
	readonly slopes: (...inputs: readonly number[]) => readonly number[];
}

/** In the order in which they are computed: each after its inputs. */
export const operations: readonly Operation[] = [
	{
		...{ name: 'u', formula: 'u = wx', inputs: ['w', 'x'] },
		value: (w = 0, x = 0) => w * x,
		slopes: (w = 0, x = 0) => [x, w],
	},
	{
		...{ name: 'z', formula: 'z = u + b', inputs: ['u', 'b'] },
		value: (u = 0, b = 0) => u + b,
		slopes: () => [1, 1],
	},
	{
		...{ name: 'a', formula: 'a = relu(z)', inputs: ['z'] },
		value: (z = 0) => Math.max(0, z),
		slopes: (z = 0) => [z > 0 ? 1 : 0],
	},
	{
		...{ name: 'r', formula: 'r = a − t', inputs: ['a', 't'] },
		value: (a = 0, t = 0) => a - t,
		slopes: () => [1, -1],
	},
	{
		...{ name: 'e', formula: 'e = r²', inputs: ['r'] },
		value: (r = 0) => r * r,
		slopes: (r = 0) => [2 * r],
	},
	{
		...{ name: 'q', formula: 'q = λw²', inputs: ['w', 'λ'] },
		value: (w = 0, λ = 0) => λ * w * w,
		slopes: (w = 0, λ = 0) => [2 * λ * w, w * w],
	},
	{
		...{ name: 'L', formula: 'L = e + q', inputs: ['e', 'q'] },
		value: (e = 0, q = 0) => e + q,
		slopes: () => [1, 1],
	},
];

export type Numbers = Readonly<Record<Name, number>>;

/** The forward pass; `nudged` is moved by `by` after it is computed, and all that follows from it. */
export function forward(leaves: Readonly<Record<Leaf, number>>, nudged?: Name, by = 0): Numbers {
	const values = { ...leaves } as Record<Name, number>;
	const settle = (name: Name, value: number): void => {
		values[name] = name === nudged ? value + by : value;
	};
	for (const leaf of LEAVES) settle(leaf, leaves[leaf]);
	for (const { name, inputs, value } of operations) settle(name, value(...inputs.map((input) => values[input])));
	return values;
}

/** What one node passes back to one of its inputs. */
export interface Message {
	readonly from: Name;
	readonly to: Name;
	readonly upstream: number;
	readonly slope: number;
	readonly product: number;
}

/** The backward pass: all messages, in the order in which they are sent. */
export function backward(values: Numbers): readonly Message[] {
	const gradients: Partial<Record<Name, number>> = { L: 1 };
	return operations.toReversed().flatMap(({ name, inputs, slopes }) => {
		const upstream = gradients[name] ?? 0;
		const local = slopes(...inputs.map((input) => values[input]));
		return inputs.map((to, at) => {
			const slope = local[at] ?? 0;
			// Adding 0 takes the sign off a zero.
			const product = upstream * slope + 0;
			gradients[to] = (gradients[to] ?? 0) + product;
			return { from: name, to, upstream, slope, product };
		});
	});
}

/** How far a value is moved, both ways, for the difference that stands beside its gradient. */
export const NUDGE = 1e-6;

function differenceOf(leaves: Readonly<Record<Leaf, number>>, name: Name): number {
	return (forward(leaves, name, NUDGE).L - forward(leaves, name, -NUDGE).L) / (2 * NUDGE);
}

/** Steps forward, and as many backward. */
export const HALF = operations.length;
export const LAST = 2 * HALF;

const settings = {
	step: number(0, LAST, 1, LAST),
	w: number(-3, 3, 0.5, 2),
	x: number(-3, 3, 0.5, 3),
	b: number(-12, 6, 1, -4),
	t: number(-5, 5, 1, 5),
	lambda: number(0, 1, 0.1, 0.5),
};

/** All that one state of the figure shows. */
export interface Shown {
	readonly step: number;
	readonly leaves: Readonly<Record<Leaf, number>>;
	/** At the end of the forward pass, whatever is shown of it. */
	readonly values: Numbers;
	/** The operation that is computed, or passes back, in this step; none before the first. */
	readonly at: Operation | undefined;
	readonly backwards: boolean;
	/** Nodes whose value is known by now. */
	readonly known: ReadonlySet<Name>;
	/** Messages sent by now. */
	readonly sent: readonly Message[];
	/** Of them, those of this step. */
	readonly fresh: readonly Message[];
	/** Gradients as far as they are added up by now. */
	readonly gradients: Partial<Numbers>;
	/** At the end of the backward pass. */
	readonly finished: Numbers;
	/** By finite differences. */
	readonly differences: Numbers;
	/** Slope that is taken for the ReLU. */
	readonly gate: number;
	/** What w gets through the neuron, and from the penalty. */
	readonly neuron: number;
	readonly penalty: number;
	/** Slopes of the loss in w to the left and to the right, which differ at the kink. */
	readonly left: number;
	readonly right: number;
}

/** Leaves, then operations. */
export const names: readonly Name[] = [...LEAVES, ...operations.map(({ name }) => name)];

const addUp = (messages: readonly Message[]): Partial<Record<Name, number>> => {
	const sums: Partial<Record<Name, number>> = { L: 1 };
	for (const { to, product } of messages) sums[to] = (sums[to] ?? 0) + product;
	return sums;
};

/** At most two decimals, and none that say nothing. */
export function short(value: number): string {
	return String(Number(value.toFixed(2)) + 0).replace('-', '−');
}

/** A factor after a sign, `(−6)`. */
const factor = (value: number): string => (value < 0 ? `(${short(value)})` : short(value));

const list = (parts: readonly string[]): string => parts.join(' and ');

/** The gradient of a node, or in words how much of it is there. */
const gradientOf = ({ gradients }: Shown, name: Name): string => {
	const gradient = gradients[name];
	return gradient === undefined ? 'not yet' : short(gradient);
};

export const model = figureModel({
	settings,
	compute: ({ step, w, x, b, t, lambda }): Shown => {
		const leaves = { w, x, b, t, λ: lambda };
		const values = forward(leaves);
		const messages = backward(values);
		const backwards = step > HALF;
		const at = step === 0 ? undefined : operations[backwards ? LAST - step : step - 1];
		const spoken = new Set(operations.slice(LAST - step).map(({ name }) => name));
		const sent = backwards ? messages.filter(({ from }) => spoken.has(from)) : [];
		const toW = (from: Name): number => messages.find((one) => one.to === 'w' && one.from === from)?.product ?? 0;
		// At the kink, moving w opens the gate on one side only.
		const open = 2 * values.r * x;
		const kinked = values.z === 0;
		return {
			...{ step, leaves, values, at, backwards, sent },
			known: new Set([...LEAVES, ...operations.slice(0, step).map(({ name }) => name)]),
			fresh: sent.filter(({ from }) => from === at?.name),
			gradients: step < HALF ? {} : addUp(sent),
			finished: addUp(messages) as Numbers,
			differences: Object.fromEntries(names.map((name) => [name, differenceOf(leaves, name)])) as Numbers,
			gate: messages.find(({ from }) => from === 'a')?.slope ?? 0,
			neuron: toW('u'),
			penalty: toW('q'),
			left: toW('q') + (kinked ? (x < 0 ? open : 0) : toW('u')),
			right: toW('q') + (kinked ? (x > 0 ? open : 0) : toW('u')),
		};
	},
	builtIn:
		'One example, and every node a single number. At 0 the ReLU has no slope; as in PyTorch, 0 is taken. Nodes speak in the exact reverse of the order in which they were computed.',
	name: ({ step, backwards }) =>
		step === 0 ? 'A graph of scalars, leaves alone' : `A graph of scalars, ${backwards ? 'backward' : 'forward'} pass`,
	finding: (shown) => {
		const { at, values, fresh, backwards, step, finished, neuron, penalty, left, right } = shown;
		if (!at) return 'Only the leaves have values; no derivative is known.';
		if (!backwards) return `Forward: ${at.formula} = ${short(values[at.name])}.`;
		if (step === LAST)
			return `${left === right ? 'The derivative by w is' : 'There is no derivative by w at the kink; autograd says'} ${short(neuron)} through the neuron plus ${short(penalty)} from the penalty: ${short(finished.w)}.`;
		return `Backward: ${at.name} passes ${list(fresh.map(({ to, product }) => `${short(product)} to ${to}`))}.`;
	},
	caption: (shown) => {
		const { at, fresh, backwards, values, gradients } = shown;
		if (!at) return 'Step on: each node is computed after its inputs.';
		if (!backwards)
			return at.name === 'L'
				? 'The forward pass ends at the loss, whose derivative by itself is 1: from there it goes back.'
				: `Its inputs are ${list(at.inputs.map((input) => `${input} = ${short(values[input])}`))}; they are kept for the way back.`;
		const products = fresh.map(
			({ to, upstream, slope, product }) => `to ${to}: ${short(upstream)} × ${factor(slope)} = ${short(product)}`,
		);
		const heard =
			at.name === 'q'
				? ' One of the two users of w has spoken.'
				: at.name === 'u'
					? ` Both users of w have spoken, so its gradient is complete: ${short(gradients.w ?? 0)}.`
					: '';
		return `Upstream gradient times local derivative, ${products.join('; ')}.${heard}`;
	},
	description: (shown) => {
		const { values, known, at } = shown;
		const told = [...known].map((name) => {
			const gradient = shown.gradients[name];
			return `${name} is ${short(values[name])}${gradient === undefined ? '' : ` with gradient ${short(gradient)}`}`;
		});
		return `A graph from left to right: w and x lead to u, u and b to z, z to a, a and t to r, r to e, w and λ to q, e and q to L. ${told.join('; ')}.${at ? ` The step is at ${at.name}.` : ''}`;
	},
	readings: ({ step, values, known, gradients, differences }) => [
		{ name: 'Loss', value: known.has('L') ? short(values.L) : 'not yet' },
		...(['w', 'x', 'b'] as const).map((leaf) => ({
			name: `Gradient of ${leaf}`,
			value: gradients[leaf] === undefined ? 'not yet' : short(gradients[leaf]),
			note:
				leaf === 'w' && gradients.w !== undefined && step < LAST ? 'so far' : `difference ${short(differences[leaf])}`,
		})),
	],
	table: (shown) => ({
		caption: 'Values, gradients, and central differences to hold them against',
		columns: ['Node', 'Value', 'Gradient', 'Difference'],
		rows: names.map((name) => [
			operations.find((one) => one.name === name)?.formula ?? name,
			shown.known.has(name) ? short(shown.values[name]) : 'not yet',
			gradientOf(shown, name),
			short(shown.differences[name]),
		]),
		...(shown.at && { current: names.indexOf(shown.at.name) }),
	}),
	presets: [
		{
			name: 'Two paths',
			values: { step: LAST - 5 },
			lesson: ({ gradients, finished, neuron }) =>
				`The weight w has two users, and so far it knows ${short(gradients.w ?? 0)} from the penalty alone. The neuron still owes ${short(neuron)}; only the sum, ${short(finished.w)}, is the derivative. x and b have one user each, and will get ${short(finished.x)} and ${short(finished.b)}.`,
		},
		{
			name: 'Dead ReLU',
			values: { b: -10 },
			lesson: ({ values, finished }) =>
				`At z = ${short(values.z)} the gate is shut: x and b get ${short(finished.x)}, and w only the ${short(finished.w)} of the penalty. If this is the only example, the unit is dead: an error of ${short(values.e)} moves neither its weight nor its bias.`,
		},
		{
			name: 'On the kink',
			values: { b: -6 },
			lesson: ({ values, left, right, differences, finished, gate }) =>
				`At z = ${short(values.z)} the loss has, in w, slope ${short(left)} to the left and ${short(right)} to the right; a central difference finds their mean, ${short(differences.w)}. Autograd takes the slope ${short(gate)} for the ReLU and says ${short(finished.w)}.`,
		},
		{
			name: 'Right answer',
			values: { t: 2 },
			lesson: ({ values, finished }) =>
				`The residual is ${short(values.r)}, and the square has slope ${short(finished.r)} there, so nothing comes back through the neuron. w still gets ${short(finished.w)}: the penalty pulls it towards zero.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		'Two paths': ({ gradients, neuron, penalty, finished }) =>
			gradients.w === penalty &&
			neuron === -18 &&
			penalty === 2 &&
			finished.w === -16 &&
			finished.x === -12 &&
			finished.b === -6,
		'Dead ReLU': ({ values, finished }) =>
			values.z < 0 && values.e > 0 && finished.x === 0 && finished.b === 0 && finished.w === 2,
		'On the kink': ({ values, left, right, differences, finished }) =>
			values.z === 0 &&
			left === 2 &&
			right === -28 &&
			finished.w === 2 &&
			Math.abs(differences.w - (left + right) / 2) < 1e-5,
		'Right answer': ({ values, finished }) =>
			values.r === 0 && finished.w === 2 && finished.x === 0 && finished.b === 0 && finished.t === 0,
	},
	// The derivatives by formula; beside them differences, which know nothing of the graph, where there is no kink.
	comparisons: ({ leaves: { w, x, b, t, λ }, finished, differences, left, right }) => {
		const z = w * x + b;
		const residual = Math.max(0, z) - t;
		const exact = (gate: number): Readonly<Record<Leaf, number>> => ({
			w: 2 * residual * gate * x + 2 * λ * w,
			x: 2 * residual * gate * w,
			b: 2 * residual * gate,
			t: -2 * residual,
			λ: w * w,
		});
		const [taken, seen] = [exact(z > 0 ? 1 : 0), exact((Math.sign(z) + 1) / 2)];
		const close = (what: string, shown: number, expected: number) => nearly(what, shown, expected, 1e-5, 1);
		return [
			...LEAVES.flatMap((leaf) => [
				close(`gradient of ${leaf}`, finished[leaf], taken[leaf]),
				// Half open at the kink: a central difference feels one side of it.
				close(`difference in ${leaf}`, differences[leaf], seen[leaf]),
			]),
			close('mean of the slopes to both sides', (left + right) / 2, seen.w),
		];
	},
};
