/** What a program prints: decoded, sent on as it comes up to a cap, and compared with the record. Ten megabytes must not reach the page. */
import type { RunEnd, Stream } from './protocol.ts';

/** More than anyone reads, in characters; both streams together. */
export const CAP = 64_000;

export class Transcript {
	readonly #send: (stream: Stream, text: string) => void;
	readonly #decoders = { out: new TextDecoder(), err: new TextDecoder() };
	#sent = 0;
	#dropped = 0;
	#printed = '';

	constructor(send: (stream: Stream, text: string) => void) {
		this.#send = send;
	}

	/** Takes bytes of UTF-8, which may end inside a character. */
	write(stream: Stream, bytes: Uint8Array): void {
		this.#take(stream, this.#decoders[stream].decode(bytes, { stream: true }));
	}

	/** @param record Recorded output, which standard output is compared with. */
	end(record: string): { dropped: number; compared: Pick<RunEnd, 'equal' | 'differsAt'> } {
		this.#take('out', this.#decoders.out.decode());
		this.#take('err', this.#decoders.err.decode());
		return { dropped: this.#dropped, compared: compare(this.#printed, record) };
	}

	#take(stream: Stream, text: string): void {
		const shown = text.slice(0, CAP - this.#sent);
		this.#dropped += text.length - shown.length;
		this.#sent += shown.length;
		// Past the cap, a record that is shorter than it differs already.
		if (stream === 'out' && this.#printed.length <= CAP) this.#printed += text;
		if (shown) this.#send(stream, shown);
	}
}

function compare(printed: string, record: string): Pick<RunEnd, 'equal' | 'differsAt'> {
	if (printed === record) return { equal: true };
	const lines = printed.split('\n');
	const recorded = record.split('\n');
	return { equal: false, differsAt: recorded.findIndex((line, index) => line !== lines[index]) + 1 || recorded.length };
}
