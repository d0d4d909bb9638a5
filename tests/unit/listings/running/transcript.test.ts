import { describe, expect, it } from 'vitest';
import { Transcript } from '../../../../src/listings/running/transcript.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function transcriptOf(...parts: readonly (string | Uint8Array)[]) {
	const sent: string[] = [];
	const transcript = new Transcript((stream, text) => sent.push(`${stream}:${text}`));
	for (const part of parts) transcript.write('out', typeof part === 'string' ? bytes(part) : part);
	return { sent, transcript };
}

describe('what a program prints', () => {
	it('is sent on as it comes, each stream by its name', () => {
		const { sent, transcript } = transcriptOf('one\n');
		transcript.write('err', bytes('two\n'));
		expect(sent).toEqual(['out:one\n', 'err:two\n']);
	});

	it('may be cut inside a character', () => {
		const [first, ...rest] = bytes('é');
		const { sent, transcript } = transcriptOf(Uint8Array.of(first ?? 0), Uint8Array.from(rest));
		expect(sent).toEqual(['out:é']);
		expect(transcript.end('é', true)).toEqual({ equal: true });
	});

	it('ends with the last whole character where some was left out, and is equal to no record', () => {
		const [half = 0] = bytes('é');
		const { sent, transcript } = transcriptOf('a\n', Uint8Array.of(half));
		expect(transcript.end('a\n', false)).toEqual({ equal: false, differsAt: 2 });
		expect(sent).toEqual(['out:a\n']);
	});
});

describe('compared with the record', () => {
	it.each([
		['a\nb\n', 'a\nb\n', { equal: true }],
		['a\nc\n', 'a\nb\n', { equal: false, differsAt: 2 }],
		['a\n', 'a\nb\n', { equal: false, differsAt: 2 }],
		['a\nb\nc\n', 'a\nb\n', { equal: false, differsAt: 3 }],
		['', 'a\n', { equal: false, differsAt: 1 }],
	])('%j and %j', (printed, record, expected) => {
		expect(transcriptOf(printed).transcript.end(record, true)).toEqual(expected);
	});

	it('standard error does not count', () => {
		const { transcript } = transcriptOf('a\n');
		transcript.write('err', bytes('warning\n'));
		expect(transcript.end('a\n', true)).toEqual({ equal: true });
	});
});
