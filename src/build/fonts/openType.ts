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

/** Code points that have a glyph. Reads `cmap` subtables of the formats 4 and 12, which is all that web fonts carry. */
export function charactersOf(font: Uint8Array): ReadonlySet<number> {
	const view = viewOf(font);
	const cmap = offsetOfTable(view, 'cmap');
	const characters = new Set<number>();
	if (cmap === undefined) return characters;
	for (let index = 0; index < view.getUint16(cmap + 2); index++) {
		const subtable = cmap + view.getUint32(cmap + 8 + 8 * index);
		const format = view.getUint16(subtable);
		if (format === 4) readFormat4(view, subtable, characters);
		if (format === 12) readFormat12(view, subtable, characters);
	}
	return characters;
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
function readFormat4(view: DataView, subtable: number, characters: Set<number>): void {
	const segmentBytes = view.getUint16(subtable + 6);
	for (let segment = 0; segment < segmentBytes; segment += 2) {
		const ends = subtable + 14 + segment;
		const starts = ends + segmentBytes + 2;
		const deltas = starts + segmentBytes;
		const offsets = deltas + segmentBytes;
		const start = view.getUint16(starts);
		const offset = view.getUint16(offsets);
		for (let point = start; point <= view.getUint16(ends) && point < 0xffff; point++) {
			const glyph = offset
				? view.getUint16(offsets + offset + 2 * (point - start))
				: (point + view.getUint16(deltas)) & 0xffff;
			if (glyph) characters.add(point);
		}
	}
}

function readFormat12(view: DataView, subtable: number, characters: Set<number>): void {
	for (let group = 0; group < view.getUint32(subtable + 12); group++) {
		const record = subtable + 16 + 12 * group;
		const glyph = view.getUint32(record + 8);
		for (let point = view.getUint32(record); point <= view.getUint32(record + 4); point++) {
			if (glyph + point > view.getUint32(record)) characters.add(point);
		}
	}
}
