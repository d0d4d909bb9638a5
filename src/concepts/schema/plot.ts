/** `diagrams/<name>.plot.yaml`: a diagram that is drawn from numbers. */
import { z } from 'zod';

/** Words of a drawing: plain text, with symbols as `$\eta$`. */
const words = z.string().trim().min(1, 'expected some text');
const spot = z.tuple(
	[z.union([z.number(), z.string()]), z.union([z.number(), z.string()])],
	'expected a place like [x, y]',
);

/** One axis, and what is written along it. */
export const axis = z.strictObject({
	/** What is measured, with its unit. */
	label: words.optional(),
	/** Where it begins and ends; left out, the data decide. */
	from: z.number().optional(),
	to: z.number().optional(),
	scale: z.enum(['linear', 'log']).default('linear'),
	/** Where it is marked, and by which words if not by the number itself; left out, round numbers. */
	ticks: z
		.array(
			z.union([z.number(), z.strictObject({ at: z.number(), label: words })], 'expected a number or { at, label }'),
		)
		.optional(),
	/** Names in place of numbers, for bars. */
	names: z.array(words).min(1).optional(),
});
export type Axis = z.infer<typeof axis>;

/** Numbers that a listing printed: which of the numbers in each line of its output. */
export const printed = z.strictObject({
	/** `sweep.py`, or of one of its breaks `sweep.py#id`. */
	listing: z.string().min(1),
	/** Words of the line above the first one that counts. */
	after: z.string().min(1).optional(),
	/** Words of the lines that count; left out, the first lines in a row that have enough numbers, and are alike: a table. */
	with: z.string().min(1).optional(),
	/** Which number of a line is x, from 1; left out, lines are counted, or named by the axis. */
	x: z.number().int().min(1).optional(),
	/** Which number of a line is y, from 1. */
	y: z.number().int().min(1),
});
export type Printed = z.infer<typeof printed>;

/** Where numbers come from. What a list or a formula must be like is told by the check, pair by pair. */
const data = z.union(
	[z.string().min(1), z.number(), z.array(z.unknown()).min(1), printed],
	'expected [[x, y], …], a formula of x, or { listing, x, y }',
);
export type Data = z.infer<typeof data>;

/** What a mark may be: exactly one of them. */
export const markKinds = ['curve', 'points', 'bars', 'area', 'rule', 'text'] as const;
export type MarkKind = (typeof markKinds)[number];

/** What else each kind takes, besides `class`, `label`, `at`, `phoneAt` and `align`. */
const takes: Readonly<Record<MarkKind, readonly string[]>> = {
	curve: ['dots'],
	points: [],
	bars: ['values'],
	area: ['to'],
	rule: [],
	text: [],
};
const special = [...new Set(Object.values(takes).flat())];

/** Something that is drawn, later ones over earlier ones. */
export const mark = z
	.strictObject({
		/** A line through its points. */
		curve: data.optional(),
		/** Dots that nothing joins. */
		points: data.optional(),
		/** A bar for each pair, from zero. */
		bars: data.optional(),
		/** What lies between these and `to`. */
		area: data.optional(),
		/** A straight line across: `{ y: 1 }`, or upright: `{ x: 40 }`. */
		rule: z.strictObject({ x: z.number().optional(), y: z.number().optional() }).optional(),
		/** Words in the picture, at `at`. */
		text: words.optional(),
		/** The other border of an area: a number, or data; zero when left out. */
		to: data.optional(),
		/** Whether a curve shows its points. */
		dots: z.boolean().optional(),
		/** Whether bars say how long they are. */
		values: z.boolean().optional(),
		/** Classes of the diagram vocabulary, in place of the usual ones. */
		class: words.optional(),
		/** What it is: at the end of a curve, else in a line above the picture. */
		label: words.optional(),
		/** Puts the label, or the text, at a place of the picture: `[x, y]` in its own numbers. */
		at: spot.optional(),
		/** Another place for it on a phone. */
		phoneAt: spot.optional(),
		/** Which part of the words stands there. */
		align: z.enum(['start', 'middle', 'end']).optional(),
	})
	.superRefine((value, context) => {
		const kinds = markKinds.filter((kind) => value[kind] !== undefined);
		const [kind] = kinds;
		if (!kind || kinds.length > 1) {
			context.addIssue({ code: 'custom', message: `expected exactly one of ${markKinds.join(', ')}` });
			return;
		}
		for (const field of special) {
			if (!(field in value) || takes[kind].includes(field)) continue;
			const owner = markKinds.find((one) => takes[one].includes(field));
			context.addIssue({ code: 'custom', path: [field], message: `expected ${field} beside ${owner} alone` });
		}
		if (kind === 'rule' && (value.rule?.x === undefined) === (value.rule?.y === undefined))
			context.addIssue({ code: 'custom', path: ['rule'], message: 'expected exactly one of x and y' });
		if (kind === 'text' && !value.at)
			context.addIssue({ code: 'custom', path: ['at'], message: 'expected a place like [x, y] for the text' });
	});
export type Mark = z.infer<typeof mark>;

export const plot = z.strictObject({
	/** What the picture is called. */
	title: words,
	/** All that it shows, for someone who does not see it: shapes, and the numbers that matter. */
	desc: words,
	x: axis.default({ scale: 'linear' }),
	y: axis.default({ scale: 'linear' }),
	/** Height of the plotted area on the page; a phone's is a little lower. */
	height: z.number().int().min(120).max(480).default(260),
	marks: z.array(mark).min(1),
});
export type Plot = z.infer<typeof plot>;
