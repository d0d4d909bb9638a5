import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startDictation } from '../../../src/drill/dictation.ts';

class FakeRecognition extends EventTarget {
	static latest: FakeRecognition;
	starts = 0;
	constructor() {
		super();
		FakeRecognition.latest = this;
	}
	start(): void {
		this.starts++;
	}
	stop(): void {
		this.dispatchEvent(new Event('end'));
	}
	say(passages: readonly string[]): void {
		const results = passages.map((transcript) => ({ isFinal: true, 0: { transcript } }));
		this.dispatchEvent(Object.assign(new Event('result'), { resultIndex: 0, results }));
	}
	fail(error: string): void {
		this.dispatchEvent(Object.assign(new Event('error'), { error }));
		this.dispatchEvent(new Event('end'));
	}
}

let time = 0;
const heard = vi.fn();
const ended = vi.fn();
beforeEach(() => {
	time = 0;
	heard.mockReset();
	ended.mockReset();
	vi.stubGlobal('SpeechRecognition', FakeRecognition);
});
afterEach(() => vi.unstubAllGlobals());

function listening() {
	const stop = startDictation(heard, ended, () => time);
	return { stop, recognition: FakeRecognition.latest };
}

test('every passage of one event is heard', () => {
	listening().recognition.say(['first ', ' second']);
	expect(heard.mock.calls).toEqual([['first'], ['second']]);
});

test('goes on through a pause, until it is told to end', () => {
	const { stop, recognition } = listening();
	time += 8000;
	recognition.fail('no-speech');
	expect([recognition.starts, ended.mock.calls.length]).toEqual([2, 0]);
	recognition.say(['after the pause']);
	expect(heard).toHaveBeenLastCalledWith('after the pause');
	stop();
	expect(ended.mock.calls).toEqual([[undefined]]);
	expect(recognition.starts).toBe(2);
});

test('ends with a reason where listening is not to be had', () => {
	listening().recognition.fail('not-allowed');
	expect(ended).toHaveBeenLastCalledWith(expect.stringContaining('does not allow dictation'));
	// It ended as soon as it began: to try again would try for ever.
	listening().recognition.dispatchEvent(new Event('end'));
	expect(ended).toHaveBeenLastCalledWith('Dictation stopped. What was heard so far is kept.');
});
