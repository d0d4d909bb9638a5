import sharp from 'sharp';
import { expect, it } from 'vitest';
import { icoFile, ringPicture } from '../../../src/icons/ring.ts';

it.each([
	[180, 0.8],
	[32, 1],
])('draws %i pixels', async (size, share) => {
	const { width, height, format } = await sharp(await ringPicture(size, share)).metadata();
	expect({ width, height, format }).toEqual({ width: size, height: size, format: 'png' });
});

it('keeps a maskable icon inside the circle that a platform may cut out', async () => {
	const { data, info } = await sharp(await ringPicture(100, 0.6))
		.removeAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	const dark = Array.from({ length: info.width * info.height }, (_, pixel) => pixel).filter(
		(pixel) => (data[pixel * info.channels] ?? 255) < 128,
	);
	const radius = Math.max(...dark.map((pixel) => Math.hypot((pixel % 100) - 49.5, Math.floor(pixel / 100) - 49.5)));
	expect(dark.length).toBeGreaterThan(500);
	expect(radius).toBeLessThan(40);
});

it('wraps a picture as an icon file', async () => {
	const png = await ringPicture(32, 1);
	const ico = icoFile(png, 32);
	expect([ico.readUInt16LE(2), ico.readUInt16LE(4), ico.readUInt8(6)]).toEqual([1, 1, 32]);
	expect(ico.subarray(ico.readUInt32LE(18), ico.readUInt32LE(18) + ico.readUInt32LE(14)).equals(png)).toBe(true);
});
