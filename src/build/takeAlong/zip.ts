/** Archives, byte for byte the same for the same files: no time, no owner, no order but the one given. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Entry {
	readonly path: string;
	readonly content: Uint8Array | string;
	/** Not compressed: pictures and fonts are already, and the first entry of an EPUB must not be. */
	readonly stored?: boolean;
}

const packed = /\.(?:woff2|png|ico|zip|whl|pf_\w+|pagefind)$/;

/** January 1, 1980, the first day that the format knows. */
const DATE = 0x21;
/** Names are UTF-8. */
const UTF8 = 0x0800;

/** The archive of these files. @throws RangeError when it would be larger than the format's first version allows. */
export function zipOf(entries: readonly Entry[]): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { path, content, stored = packed.test(path) } of entries) {
		const plain = Buffer.from(content as Uint8Array);
		const data = stored ? plain : deflateRawSync(plain, { level: 9 });
		const name = Buffer.from(path);
		const header = Buffer.alloc(26);
		header.writeUInt16LE(20, 0);
		header.writeUInt16LE(UTF8, 2);
		header.writeUInt16LE(stored ? 0 : 8, 4);
		header.writeUInt16LE(0, 6);
		header.writeUInt16LE(DATE, 8);
		header.writeUInt32LE(crc32(plain), 10);
		header.writeUInt32LE(data.length, 14);
		header.writeUInt32LE(plain.length, 18);
		header.writeUInt16LE(name.length, 22);
		parts.push(Buffer.from('PK\x03\x04', 'latin1'), header, name, data);
		const more = Buffer.alloc(14);
		more.writeUInt32LE(offset, 10);
		directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), header, more, name);
		offset += 30 + name.length + data.length;
	}
	const listed = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(entries.length, 4);
	end.writeUInt16LE(entries.length, 6);
	end.writeUInt32LE(listed.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
