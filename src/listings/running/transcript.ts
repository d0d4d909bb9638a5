/** What a program prints, as the page takes it down: decoded as it comes, and compared with the record. */
import type { Stream } from './protocol.ts';

export interface Comparison {
	/** Whether all that went to standard output is the recorded output. */
	readonly equal: boolean;
	/** First line, counted from 1, that differs from the record; undefined when none does. */
	readonly differsAt?: number;
}

export class Transcript {
	readonly #show: (stream: Stream, text: string) => void;
	readonly #decoders = { out: new TextDecoder(), err: new TextDecoder() };
	#printed = '';

	constructor(show: (stream: Stream, text: string) => void) {
		this.#show = show;
	}

	/** Takes bytes of UTF-8, which may end inside a character. */
	write(stream: Stream, bytes: Uint8Array): void {
		this.#take(stream, this.#decoders[stream].decode(bytes, { stream: true }));
	}

	/**
	 * @param record Recorded output, which standard output is compared with.
	 * @param isWhole Whether nothing was left out; a character may be cut where it was.
	 */
	end(record: string, isWhole: boolean): Comparison {
		if (isWhole) {
			this.#take('out', this.#decoders.out.decode());
			this.#take('err', this.#decoders.err.decode());
		}
		return compare(this.#printed, record, isWhole);
	}

	#take(stream: Stream, text: string): void {
		if (stream === 'out') this.#printed += text;
		if (text) this.#show(stream, text);
	}
}

function compare(printed: string, record: string, isWhole: boolean): Comparison {
	if (printed === record && isWhole) return { equal: true };
	const lines = printed.split('\n');
	const recorded = record.split('\n');
	return { equal: false, differsAt: recorded.findIndex((line, index) => line !== lines[index]) + 1 || recorded.length };
}
