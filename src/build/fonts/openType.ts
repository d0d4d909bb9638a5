/** The little that the build needs to know of an uncompressed OpenType font: its characters and its axes. */

/** Tags of the axes along which a variable font varies: `wght`, `wdth`. */
export function axesOf(font: Uint8Array): string[] {
	const view = viewOf(font);
	const fvar = offsetOfTable(view, 'fvar');
	if (fvar === undefined) return [];
	const first = fvar + view.getUint16(fvar + 4);
	const size = view.getUint16(fvar + 10);
	return Array.from({ length: view.getUint16(fvar + 8) }, (_, index) => tagAt(view, first + size * index));
}

/** How far each character moves the pen, in em. */
export function advancesOf(font: Uint8Array): ReadonlyMap<number, number> {
	const view = viewOf(font);
	const unitsPerEm = view.getUint16((offsetOfTable(view, 'head') ?? 0) + 18);
	const metrics = view.getUint16((offsetOfTable(view, 'hhea') ?? 0) + 34);
	const table = offsetOfTable(view, 'hmtx') ?? 0;
	const advance = (glyph: number) => view.getUint16(table + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;
	return new Map([...glyphsOf(font)].map(([point, glyph]) => [point, advance(glyph)]));
}

/** Code points that have a glyph. */
export function charactersOf(font: Uint8Array): ReadonlySet<number> {
	return new Set(glyphsOf(font).keys());
}

/** Glyph of each code point. Reads `cmap` subtables of the formats 4 and 12, which is all that web fonts carry. */
function glyphsOf(font: Uint8Array): ReadonlyMap<number, number> {
	const view = viewOf(font);
	const cmap = offsetOfTable(view, 'cmap');
	const glyphs = new Map<number, number>();
	if (cmap === undefined) return glyphs;
	for (let index = 0; index < view.getUint16(cmap + 2); index++) {
		const subtable = cmap + view.getUint32(cmap + 8 + 8 * index);
		const format = view.getUint16(subtable);
		if (format === 4) readFormat4(view, subtable, glyphs);
		if (format === 12) readFormat12(view, subtable, glyphs);
	}
	return glyphs;
}

function offsetOfTable(view: DataView, tag: string): number | undefined {
	for (let index = 0; index < view.getUint16(4); index++) {
		const record = 12 + 16 * index;
		if (tagAt(view, record) === tag) return view.getUint32(record + 8);
	}
	return undefined;
}

function tagAt(view: DataView, offset: number): string {
	return String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(offset + byte)));
}

function viewOf(font: Uint8Array): DataView {
	return new DataView(font.buffer, font.byteOffset, font.byteLength);
}

/** Segments of the Basic Multilingual Plane; a segment maps by a delta, or through an array of glyph ids. */
function readFormat4(view: DataView, subtable: number, glyphs: Map<number, number>): void {
	const segmentBytes = view.getUint16(subtable + 6);
	for (let segment = 0; segment < segmentBytes; segment += 2) {
		const ends = subtable + 14 + segment;
		const starts = ends + segmentBytes + 2;
		const deltas = starts + segmentBytes;
		const offsets = deltas + segmentBytes;
		const start = view.getUint16(starts);
		const offset = view.getUint16(offsets);
		for (let point = start; point <= view.getUint16(ends) && point < 0xffff; point++) {
			const entry = offset ? view.getUint16(offsets + offset + 2 * (point - start)) : point;
			const glyph = offset && entry === 0 ? 0 : (entry + view.getUint16(deltas)) & 0xffff;
			if (glyph) glyphs.set(point, glyph);
		}
	}
}

function readFormat12(view: DataView, subtable: number, glyphs: Map<number, number>): void {
	for (let group = 0; group < view.getUint32(subtable + 12); group++) {
		const record = subtable + 16 + 12 * group;
		const start = view.getUint32(record);
		for (let point = start; point <= view.getUint32(record + 4); point++) {
			const glyph = view.getUint32(record + 8) + point - start;
			if (glyph) glyphs.set(point, glyph);
		}
	}
}
