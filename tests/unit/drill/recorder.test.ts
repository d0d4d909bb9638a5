import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetRecording, RecorderError, startRecording } from '../../../src/drill/recorder.ts';

class FakeTrack extends EventTarget {
	readyState: 'live' | 'ended' = 'live';
	stop(): void {
		this.readyState = 'ended';
	}
}

class FakeRecorder extends EventTarget {
	static refuses: 'construct' | 'start' | undefined;
	static hears = 'sound';
	state: 'inactive' | 'recording' = 'inactive';
	readonly mimeType = 'audio/ogg';
	constructor() {
		super();
		if (FakeRecorder.refuses === 'construct') throw new DOMException('no such format', 'NotSupportedError');
	}
	start(): void {
		if (FakeRecorder.refuses === 'start') throw new DOMException('no track', 'InvalidStateError');
		this.state = 'recording';
	}
	stop(): void {
		this.state = 'inactive';
		const data = Object.assign(new Event('dataavailable'), { data: new Blob([FakeRecorder.hears]) });
		queueMicrotask(() => {
			this.dispatchEvent(data);
			this.dispatchEvent(new Event('stop'));
		});
	}
}

let track: FakeTrack;
let give: () => void;
beforeEach(() => {
	track = new FakeTrack();
	FakeRecorder.refuses = undefined;
	FakeRecorder.hears = 'sound';
	const given = new Promise<void>((resolve) => {
		give = resolve;
	});
	vi.stubGlobal('MediaRecorder', FakeRecorder);
	vi.stubGlobal('navigator', {
		mediaDevices: { getUserMedia: () => given.then(() => ({ getTracks: () => [track] })) },
	});
});
afterEach(() => vi.unstubAllGlobals());

const { signal: never } = new AbortController();

test('a microphone that is given after the question was left is let go at once', async () => {
	const left = new AbortController();
	const starting = startRecording(left.signal);
	left.abort();
	give();
	expect(await starting).toBeUndefined();
	expect(track.readyState).toBe('ended');
});

test.each(['construct', 'start'] as const)('a recorder that does not %s lets the microphone go', async (refuses) => {
	FakeRecorder.refuses = refuses;
	give();
	await expect(startRecording(never)).rejects.toThrow(RecorderError);
	expect(track.readyState).toBe('ended');
});

test('a recording that is ended or thrown away lets the microphone go', async () => {
	give();
	let time = 1000;
	const kept = await startRecording(never, () => time);
	time = 5000;
	const recording = await kept?.stop();
	expect(recording).toMatchObject({ duration: 4000, extension: 'ogg', address: expect.stringMatching(/^blob:/) });
	expect(track.readyState).toBe('ended');
	const revoked = vi.spyOn(URL, 'revokeObjectURL');
	if (recording) forgetRecording(recording);
	expect(revoked).toHaveBeenCalledWith(recording?.address);

	track = new FakeTrack();
	const made = vi.spyOn(URL, 'createObjectURL');
	(await startRecording(never))?.discard();
	expect(track.readyState).toBe('ended');
	expect(made).not.toHaveBeenCalled();
});

test('nothing comes of a recording that is ended before there is any sound', async () => {
	give();
	FakeRecorder.hears = '';
	const made = vi.spyOn(URL, 'createObjectURL');
	const running = await startRecording(never);
	expect(await running?.stop()).toBeUndefined();
	expect(made).not.toHaveBeenCalled();
	expect(track.readyState).toBe('ended');
});
