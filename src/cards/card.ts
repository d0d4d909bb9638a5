/** A card: the picture that stands for a page where somebody links to it. */

import type { Accent } from '../concepts/schema/category.ts';
import { ringSegment, ringTurns, ringViewBox } from '../icons/ringPath.ts';
import { accents, ink as inks, muted, paper as papers, rule } from '../styles/colors.ts';

const ink = inks.light;
const paper = papers.light;

export const cardWidth = 1200;
export const cardHeight = 630;

/** What a card says. */
export interface Card {
	/** Small capitals above the title; left out on the home page's card. */
	readonly label: string | undefined;
	readonly title: string;
	/** The title's trailing parenthesis, on a line of its own. */
	readonly parenthesis: string | undefined;
	readonly description: string;
	/** A few words at the foot, beside the site's name. */
	readonly facts: string;
	/** Ink where there is none. */
	readonly accent: Accent | undefined;
}

/** An element as satori reads it. */
export interface CardNode {
	readonly type: string;
	readonly props: Readonly<Record<string, unknown>>;
}

type Style = Readonly<Record<string, string | number>>;

function node(type: string, style: Style, ...children: readonly (CardNode | string)[]): CardNode {
	const box: Style = type === 'div' ? { display: 'flex', ...style } : style;
	return { type, props: { style: box, children: children.length === 1 ? children[0] : children } };
}

function ring(size: number, color: string): CardNode {
	const segments = ringTurns.map((turn) => ({
		type: 'path',
		props: { d: ringSegment, transform: `rotate(${turn})`, fill: color },
	}));
	return { type: 'svg', props: { viewBox: ringViewBox, width: size, height: size, children: segments } };
}

const textWidth = 810;
/** Room for label, title, parenthesis and description. */
const textHeight = 430;
/** Mean advance of Gelasio's letters in em, a little on the safe side. */
const advance = 0.52;
const labelHeight = 56;
const description = { size: 36, line: 1.36, gap: 26 } as const;
const titleLine = 1.08;

/** Lines that a text takes when broken between words. */
function lineCount(text: string, size: number): number {
	const room = textWidth / (advance * size);
	let lines = 1;
	let used = 0;
	for (const { length } of text.split(' ')) {
		if (used > 0 && used + 1 + length > room) {
			lines++;
			used = length;
		} else {
			used += (used > 0 ? 1 : 0) + length;
		}
	}
	return lines;
}

function parenthesisSize(text: string, titleSize: number): number {
	return Math.round(Math.max(30, Math.min(0.46 * titleSize, textWidth / (advance * text.length))));
}

/** The largest size at which no word of the title is too wide and everything above the foot has room. */
export function titleSize(card: Pick<Card, 'label' | 'title' | 'parenthesis' | 'description'>): number {
	const longest = Math.max(...card.title.split(' ').map(({ length }) => length));
	const below = description.gap + lineCount(card.description, description.size) * description.size * description.line;
	for (let size = 96; size > 32; size -= 2) {
		const small = card.parenthesis ? parenthesisSize(card.parenthesis, size) : 0;
		const parenthesis = card.parenthesis ? 10 + lineCount(card.parenthesis, small) * small * 1.2 : 0;
		const height =
			(card.label ? labelHeight : 0) + lineCount(card.title, size) * size * titleLine + parenthesis + below;
		if (height <= textHeight && longest * advance * size <= textWidth) return size;
	}
	return 32;
}

/** The card as satori draws it, {@link cardWidth} by {@link cardHeight}. */
export function cardTree(card: Card): CardNode {
	const { label, title, parenthesis, facts, accent } = card;
	const color = accent ? accents[accent] : { text: ink, mark: ink };
	const size = titleSize(card);
	const serif = { fontFamily: 'Gelasio, Gelasio extended' };
	const sans = { fontFamily: 'Instrument Sans' };
	const small = parenthesis ? parenthesisSize(parenthesis, size) : 0;
	const text = node(
		'div',
		{ flexDirection: 'column', width: textWidth },
		...(label
			? [
					node(
						'div',
						{ ...sans, fontWeight: 600, fontSize: 24, letterSpacing: 1.8, color: color.text, marginBottom: 24 },
						label.toUpperCase(),
					),
				]
			: []),
		// One box a word, so that no line is broken inside "Top-k".
		node(
			'div',
			{
				...serif,
				flexWrap: 'wrap',
				columnGap: 0.24 * size,
				fontSize: size,
				lineHeight: titleLine,
				letterSpacing: -0.016 * size,
			},
			...title.split(' ').map((word) => node('div', {}, word)),
		),
		...(parenthesis
			? [node('div', { ...serif, fontSize: small, lineHeight: 1.2, color: muted, marginTop: 10 }, parenthesis)]
			: []),
		node(
			'div',
			{ ...serif, fontSize: description.size, lineHeight: description.line, color: muted, marginTop: description.gap },
			card.description,
		),
	);
	const foot = node(
		'div',
		{ alignItems: 'center', justifyContent: 'space-between', borderTop: `2px solid ${rule}`, paddingTop: 24 },
		node(
			'div',
			{ alignItems: 'center' },
			ring(44, ink),
			node('div', { ...serif, fontSize: 36, marginLeft: 14 }, 'Sixfold'),
		),
		node('div', { ...sans, fontSize: 27, color: muted }, facts),
	);
	const page = { width: '100%', height: '100%', boxSizing: 'border-box', padding: '64px 72px 44px' };
	return node(
		'div',
		{ ...page, flexDirection: 'column', justifyContent: 'space-between', background: paper, color: ink },
		node('div', { justifyContent: 'space-between', alignItems: 'flex-start' }, text, ring(220, color.mark)),
		foot,
	);
}
