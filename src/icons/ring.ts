/** The ring as an icon: an SVG drawing of its own, and pictures made of it. */
import sharp from 'sharp';
import { ink, paper } from '../styles/colors.ts';
import { ringSegment, ringTurns, ringViewBox } from './ringPath.ts';

function segments(attributes: string): string {
	return ringTurns.map((turn) => `<path d="${ringSegment}" transform="rotate(${turn})"${attributes}/>`).join('');
}

/** An SVG that follows the reader's color scheme. */
export function ringIcon(): string {
	const style = `path{fill:${ink.light}}@media(prefers-color-scheme:dark){path{fill:${ink.dark}}}`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10.5 -10.5 21 21"><style>${style}</style>${segments('')}</svg>`;
}

/**
 * The ring in ink on paper.
 *
 * @param size Edge in pixels.
 * @param share Part of the edge that the drawing's square takes: 0.6 stays inside the circle that a platform may cut out.
 */
export function ringPicture(size: number, share: number): Promise<Buffer> {
	const [left = 0, , width = 0] = ringViewBox.split(' ').map(Number);
	const edge = width / share;
	const start = left - (edge - width) / 2;
	const ground = `<rect x="${start}" y="${start}" width="${edge}" height="${edge}" fill="${paper.light}"/>`;
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${start} ${start} ${edge} ${edge}">${ground}${segments(` fill="${ink.light}"`)}</svg>`;
	return sharp(Buffer.from(drawing), { density: 72 * Math.ceil(size / 24) })
		.resize(size, size)
		.png({ palette: true })
		.toBuffer();
}

/** Wraps one PNG as an ICO file, for browsers and tools that ask for nothing else. */
export function icoFile(png: Uint8Array, size: number): Buffer {
	const header = Buffer.alloc(22);
	header.writeUInt16LE(1, 2);
	header.writeUInt16LE(1, 4);
	header.writeUInt8(size % 256, 6);
	header.writeUInt8(size % 256, 7);
	header.writeUInt16LE(1, 10);
	header.writeUInt16LE(32, 12);
	header.writeUInt32LE(png.byteLength, 14);
	header.writeUInt32LE(header.byteLength, 18);
	return Buffer.concat([header, png]);
}
