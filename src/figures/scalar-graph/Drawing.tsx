/** The graph with its values and gradients, the order of its operations, and what adds up at w. */
import { type Bar, Bars, heightOfBars } from '../parts/bars.tsx';
import { type Edge, Graph, type Node, Row } from '../parts/boxes.tsx';
import type { DrawingOf } from '../parts/contract.ts';
import { Legend, placed } from '../parts/marks.tsx';
import { LAST, type Message, type model, type Name, names, operations, type Shown, short } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 260 + heightOfBars(3)],
		draw: ({ state }) => (
			<>
				<Graph
					nodes={nodesOf(state, WIDE, (name) => [
						formulaOf(name),
						<Value {...state} name={name} />,
						<Gradient {...state} name={name} />,
					])}
					edges={edgesOf(state, WIDE_TEXT, ({ slope, product }) => `× ${short(slope)} = ${short(product)}`)}
					size={[66, 56]}
					current={state.at?.name}
				/>
				{placed(0, 260, <Order {...state} />)}
				{placed(306, 260, <Sum {...state} />)}
			</>
		),
	},
	phone: {
		size: [280, 260],
		draw: ({ state }) => (
			<>
				<Graph
					nodes={nodesOf(state, PHONE, (name) => [
						<>
							<tspan class="t-strong" x={-41} text-anchor="start">
								{name}
							</tspan>
							<Value {...state} name={name} x={-14} />
							<Gradient {...state} name={name} x={40} text-anchor="end" />
						</>,
					])}
					edges={edgesOf(state, PHONE_TEXT, ({ slope }) => `× ${short(slope)}`)}
					size={[88, 24]}
					current={state.at?.name}
				/>
				<text class="t-muted" x={112} y={251}>
					Value, then <tspan class="t-mark">gradient</tspan>
				</text>
			</>
		),
	},
	more: {
		size: [280, 104 + heightOfBars(3)],
		draw: ({ state }) => (
			<>
				<Order {...state} />
				{placed(0, 104, <Sum {...state} />)}
			</>
		),
	},
};

type Places = Readonly<Record<Name, readonly [x: number, y: number]>>;

/** The middle of each box: from left to right on a page, */
const WIDE: Places = {
	...{ λ: [33, 44], q: [115, 44], L: [527, 44] },
	...{ w: [33, 124], b: [198, 124], t: [362, 124] },
	...{ x: [33, 204], u: [115, 204], z: [198, 204], a: [280, 204], r: [362, 204], e: [445, 204] },
};
/** from top to bottom on a phone. */
const PHONE: Places = {
	...{ λ: [45, 13], w: [140, 13], x: [235, 13] },
	...{ q: [45, 61], u: [140, 61], b: [235, 61], z: [140, 98] },
	...{ a: [140, 135], t: [235, 135], r: [140, 172], e: [140, 209], L: [45, 246] },
};

type TextPlaces = Readonly<Record<string, readonly [dx: number, dy: number] | undefined>>;

/** Where an edge's text begins, from its middle, by the edge's ends: clear of boxes. */
const WIDE_TEXT: TextPlaces = {
	...{ 'u w': [8, 2], 'q w': [8, 8], 'u x': [-30, 44], 'q λ': [-30, -34], 'L e': [-56, 4], 'L q': [-40, -6] },
	...{ 'z u': [-36, 44], 'z b': [6, 4], 'a z': [-36, 44], 'r a': [-36, 44], 'r t': [6, 4], 'e r': [-36, 44] },
};
const PHONE_TEXT: TextPlaces = {
	...{ 'u w': [6, 4], 'q w': [16, 6], 'u x': [16, 9], 'q λ': [6, 4], 'L e': [18, 8], 'L q': [6, 4] },
	...{ 'z u': [-40, 4], 'z b': [14, 8], 'a z': [6, 4], 'r a': [-40, 4], 'r t': [14, 8], 'e r': [6, 4] },
};

const formulaOf = (name: Name): string => operations.find((one) => one.name === name)?.formula ?? name;

type Written = Shown & { readonly name: Name; readonly x?: number; readonly 'text-anchor'?: 'end' };

function Value({ values, known, name, x }: Written) {
	return <tspan x={x}>{known.has(name) ? short(values[name]) : ''}</tspan>;
}

function Gradient({ gradients, name, x, 'text-anchor': anchor }: Written) {
	const gradient = gradients[name];
	return (
		<tspan class="t-mark" x={x} text-anchor={anchor}>
			{gradient === undefined ? '' : short(gradient)}
		</tspan>
	);
}

function nodesOf({ known }: Shown, places: Places, linesOf: (name: Name) => Node['lines']): Record<Name, Node> {
	const nodes = names.map((name) => [
		name,
		{ at: places[name], lines: linesOf(name), class: known.has(name) ? 'edge' : 'hair dash' },
	]);
	return Object.fromEntries(nodes) as Record<Name, Node>;
}

/** Edges lead on until something came back along them. What w was told stays on its edges. */
function edgesOf({ at, backwards, known, sent, fresh }: Shown, places: TextPlaces, say: (message: Message) => string) {
	return operations.flatMap(({ name, inputs }) =>
		inputs.map((input): Edge<Name> => {
			const message = sent.find(({ from, to }) => from === name && to === input);
			if (!message)
				return { from: input, to: name, class: edgeClass(known.has(name), !backwards && name === at?.name) };
			const now = fresh.includes(message);
			return {
				...{ from: name, to: input, class: now ? 'mark' : 'thin', textAt: places[`${name} ${input}`] },
				text: now ? say(message) : input === 'w' ? short(message.product) : undefined,
			};
		}),
	);
}

const edgeClass = (known: boolean, now: boolean): string => (now ? 'mark' : known ? 'edge' : 'hair');

/** The operations as the forward pass recorded them. */
function Order({ step, at, backwards, sent }: Shown) {
	return (
		<>
			<text y={12}>{backwards ? 'Passed back in reverse order' : 'Computed in this order'}</text>
			{placed(
				1,
				24,
				<Row
					boxes={operations.map(({ name }, index) => ({
						lines: [name],
						class: sent.some(({ from }) => from === name) ? 'edge f-mark-12' : index < step ? 'edge' : 'hair dash',
					}))}
					size={[34, 30]}
					gap={4}
					current={operations.findIndex(({ name }) => name === at?.name)}
				/>,
			)}
			<Legend
				y={80}
				items={[
					{
						x: 0,
						text: 'value',
						mark: (
							<text x={8} y={4} text-anchor="end">
								6
							</text>
						),
					},
					{
						x: 66,
						text: 'gradient',
						mark: (
							<text class="t-mark" x={8} y={4} text-anchor="end">
								−6
							</text>
						),
					},
					{ x: 150, text: 'in this step', mark: 'mark' },
				]}
			/>
		</>
	);
}

/** What w is told, and the sum. */
function Sum({ sent, neuron, penalty, finished, differences, gradients, step }: Shown) {
	const told = (from: Name): Pick<Bar, 'value' | 'text'> => {
		const product = sent.find((one) => one.from === from && one.to === 'w')?.product;
		return { value: product, text: product === undefined ? 'not yet' : short(product) };
	};
	const reached = [0, neuron, penalty, finished.w, differences.w];
	return (
		<Bars
			title="What comes back to w"
			width={254}
			room={[84, 52]}
			bars={[
				{ name: 'from q', ...told('q') },
				{ name: 'from u', ...told('u') },
				{
					name: step === LAST ? 'sum' : 'sum so far',
					value: gradients.w,
					text: gradients.w === undefined ? 'not yet' : short(gradients.w),
					strong: true,
				},
			]}
			reference={{ value: differences.w, text: `finite difference ${short(differences.w)}` }}
			reach={[Math.min(...reached), Math.max(...reached)]}
		/>
	);
}
