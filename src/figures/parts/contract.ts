/**
 * What every figure owes: `model.ts` exports `model` and `checks`, `Drawing.tsx` exports `drawing`, `Figure.tsx` exports the view
 * by default. `tests/unit/figures/contract.test.ts` holds each folder to it.
 */
import type { ComponentChildren } from 'preact';
import type { Settings, Values } from './settings.ts';

/**
 * Everything about a figure but how it looks: what can be set, what is computed, what is said of it. Pure: it runs in Node, in a
 * browser and in a test. All words are functions of the state, so that no number in them can disagree with the picture.
 */
export interface FigureModel<Declared extends Settings, State> {
	/** What a reader can set. */
	readonly settings: Declared;
	/** All that one state of the controls shows. It computes the real thing, and never throws for a value that can be set. */
	readonly compute: (values: Values<Declared>) => State;
	/** What the model assumes and a reader could take for the way of the world, in a sentence or two. The page shows it. */
	readonly builtIn: string;
	/** What is seen, as a sentence that stands by itself. Each number in it is a number of the state, one that was set, or a constant that `model.ts` exports. */
	readonly finding: (state: State) => string;
	/** The numbers behind the finding, after it. */
	readonly caption: (state: State) => string;
	/** The picture in a few words. */
	readonly name: (state: State) => string;
	/** All that the picture shows, for those who do not see it. */
	readonly description: (state: State) => string;
	/** Three to five numbers that sum the picture up. */
	readonly readings: (state: State) => readonly Reading[];
	/** The numbers of the picture. */
	readonly table: (state: State) => Table;
	/** Three to six states worth seeing, the *Break it* row. */
	readonly presets: readonly Preset<Declared, State>[];
}

/** A number under its name. */
export interface Reading {
	readonly name: string;
	/** Finite, or in words: "diverged", never "Infinity". A number as it stands is a whole one. */
	readonly value: string | number;
	/** What to hold it against: "of 2.81 bits". */
	readonly note?: string;
}

/** A name in the first column, numbers in the rest: whole ones as they stand, others as they are read. */
export interface Table {
	readonly caption: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly (string | number)[])[];
	/** Index of the row that the picture marks. */
	readonly current?: number;
}

/** One lesson: a state worth seeing, and what to notice in it. */
export interface Preset<Declared extends Settings, State> {
	/** What is broken, in at most seven words. */
	readonly name: string;
	/** What differs from the initial state. */
	readonly values: Partial<Values<Declared>>;
	/** What to notice in that state. Numbers as in a finding. */
	readonly lesson: (state: State) => string;
}

/** A number as the figure shows it, beside the same from a closed form or an independent estimate. */
export interface Comparison {
	/** "variance, by the trace of the hat matrix" */
	readonly what: string;
	readonly shown: number;
	readonly expected: number;
	/** By how much they may differ, as a share of `expected`. */
	readonly within: number;
	/** What the difference is measured by instead, where what is expected may be nothing. */
	readonly scale?: number;
}

/** Whether what a figure says is true. An export of its own beside the model, so that no reader pays for it. */
export interface FigureChecks<State> {
	/** For each preset by its name: whether its lesson is true of its state. False of some other state, or it would say nothing. */
	readonly lessons: Readonly<Record<string, (state: State) => boolean>>;
	/** The comparisons that can be made in a state, in every state at least one. */
	readonly comparisons: (state: State) => readonly Comparison[];
}

/** Lets TypeScript find out settings and state from what is written. */
export function figureModel<Declared extends Settings, State>(
	model: FigureModel<Declared, State>,
): FigureModel<Declared, State> {
	return model;
}

/** What controls see of a figure: what is set, and how to set it. */
export interface Controlled<Declared extends Settings> {
	/** The figure's anchor, `figure-attention`; its controls are named `figure-attention-<setting>`. */
	readonly id: string;
	readonly settings: Declared;
	readonly values: Values<Declared>;
	/** Counts what the reader has settled on: a slider let go, a choice made. Only then is a summary said aloud. */
	readonly settled: number;
	readonly set: (changes: Partial<Values<Declared>>) => void;
	readonly settle: () => void;
}

/** A figure on its page. */
export interface FigureState<Declared extends Settings, State> extends Controlled<Declared> {
	readonly model: FigureModel<Declared, State>;
	readonly state: State;
	readonly reset: () => void;
	/** Address of the page with this figure's state in its hash. */
	readonly link: () => string;
}

/** One SVG: its size in units, which are pixels at full size, and its marks. */
export interface Panel<Declared extends Settings, State> {
	readonly size: readonly [width: number, height: number];
	readonly draw: (figure: FigureState<Declared, State>) => ComponentChildren;
}

/** The picture, drawn for the text column and once more for phones, where text that shrank would not be read. */
export interface Drawing<Declared extends Settings, State> {
	/** At most 560 wide. */
	readonly wide: Panel<Declared, State>;
	/** What stays in view on a phone while its controls move: 280 wide, at most 264 high. Left out where `text` is all that has to. */
	readonly phone?: Panel<Declared, State>;
	/** What else a phone shows when asked for more: 280 wide. */
	readonly more?: Panel<Declared, State>;
	/** What is set as text above the picture, and stays in view with it. */
	readonly text?: (figure: FigureState<Declared, State>) => ComponentChildren;
}

/** A figure of that model on its page. */
export type FigureOf<Model> =
	Model extends FigureModel<infer Declared, infer State> ? FigureState<Declared, State> : never;

/** The drawing that a figure of that model has. */
export type DrawingOf<Model> =
	Model extends FigureModel<infer Declared, infer State> ? Drawing<Declared, State> : never;

/** Room that a part of a picture has, in units. */
export interface Room {
	readonly width: number;
	readonly height: number;
}

/** What a page tells a figure. */
export interface FigureProps {
	/** Number of the figure on its page. */
	readonly number: number;
}
