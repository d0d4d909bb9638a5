/** Draws cards as PNG, each once for as long as what it is made of stays. */
import satori from 'satori';
import sharp from 'sharp';
import { ResultCache } from '../resultCache.ts';
import { type Card, cardHeight, cardTree, cardWidth } from './card.ts';
import { cardFaces } from './faces.ts';

/** Raise it when drawing changes in a way that the tree does not show: another renderer, other faces. */
const drawing = 1;

const kept = new ResultCache('cards', () => [String(drawing)]);

let faces: ReturnType<typeof cardFaces> | undefined;

/** The card as a PNG of 1200 by 630 pixels. */
export function renderCard(card: Card): Promise<Buffer> {
	const tree = cardTree(card);
	return kept.get([JSON.stringify(tree)], async () => {
		faces ??= cardFaces();
		const svg = await satori(tree as never, { width: cardWidth, height: cardHeight, fonts: await faces });
		return sharp(Buffer.from(svg)).png({ palette: true, colors: 64, effort: 7 }).toBuffer();
	});
}
