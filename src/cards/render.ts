/** Draws cards as PNG, and keeps each under a hash of everything that it is made of. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import satori from 'satori';
import sharp from 'sharp';
import { type Card, cardHeight, cardTree, cardWidth } from './card.ts';
import { cardFaces } from './faces.ts';

/** Raise it when drawing changes in a way that the tree does not show: another renderer, other faces. */
const drawing = 1;

const folder = '.cache/cards';

let faces: ReturnType<typeof cardFaces> | undefined;

/** The card as a PNG of 1200 by 630 pixels. */
export async function renderCard(card: Card): Promise<Buffer> {
	const tree = cardTree(card);
	const name = createHash('sha256')
		.update(JSON.stringify([drawing, tree]))
		.digest('hex')
		.slice(0, 24);
	const path = join(folder, `${name}.png`);
	try {
		return await readFile(path);
	} catch {
		faces ??= cardFaces(folder);
		const svg = await satori(tree as never, { width: cardWidth, height: cardHeight, fonts: await faces });
		const png = await sharp(Buffer.from(svg)).png({ palette: true, colors: 64, effort: 7 }).toBuffer();
		await mkdir(folder, { recursive: true });
		await writeFile(path, png);
		return png;
	}
}
