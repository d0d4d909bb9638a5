import { describe, expect, it } from 'vitest';
import { type Card, type CardNode, cardTree, titleSize } from '../../../src/cards/card.ts';

const card: Card = {
	label: 'LLMs',
	title: 'KV Cache',
	parenthesis: undefined,
	description: 'What is stored, and why reuse is valid.',
	facts: 'Core, 12 min',
	accent: 'madder',
};

function textsIn(node: CardNode | string): string[] {
	if (typeof node === 'string') return [node];
	const { children } = node.props as { children?: CardNode | string | (CardNode | string)[] };
	return [children ?? []].flat().flatMap(textsIn);
}

describe('titleSize', () => {
	it('gives short titles the largest size', () => expect(titleSize(card)).toBe(96));

	it('shrinks for words that are too wide', () => {
		expect(titleSize({ ...card, title: 'Hyperparameteroptimization' })).toBeLessThan(64);
	});

	it('shrinks where title, parenthesis and description would not fit', () => {
		const long = { ...card, title: 'Temperature, Top-k & Top-p Sampling', description: 'word '.repeat(32).trim() };
		expect(titleSize(long)).toBeLessThan(titleSize({ ...long, description: 'word' }));
	});
});

it('says everything, and breaks titles between words only', () => {
	const texts = textsIn(cardTree({ ...card, title: 'Top-k Sampling', parenthesis: '(and Top-p)' }));
	expect(texts).toEqual(['LLMS', 'Top-k', 'Sampling', '(and Top-p)', card.description, 'Sixfold', 'Core, 12 min']);
});
