/** Records an answer with the microphone. A recording stays in this page's memory; it is never sent and never kept. */

export interface Recording {
	/** Address in this page's memory, to listen to or to save. */
	readonly address: string;
	/** Name for the file that it is saved as. */
	readonly extension: string;
	/** Length, ms. */
	readonly duration: number;
}

/** Why there is no recording, in words. */
export class RecorderError extends Error {}

function reasonOf(error: unknown): string {
	switch (error instanceof DOMException ? error.name : '') {
		case 'NotAllowedError':
		case 'SecurityError':
			return 'The browser does not give this page the microphone. Allow it in the browser’s site settings and try again, or answer aloud without recording: nothing else depends on it.';
		case 'NotFoundError':
			return 'No microphone was found. Connect one and try again, or answer aloud without recording.';
		default:
			return 'The microphone could not be used; another program may hold it. You can answer aloud without recording.';
	}
}

/** Whether this browser can record at all. */
export function canRecord(): boolean {
	return typeof MediaRecorder !== 'undefined' && navigator.mediaDevices !== undefined;
}

export interface RunningRecorder {
	readonly startedAt: number;
	/** Ends the recording and frees the microphone. */
	stop(): Promise<Recording>;
}

/**
 * Asks for the microphone and begins.
 *
 * @throws RecorderError with the reason in words.
 */
export async function startRecording(now: () => number = Date.now): Promise<RunningRecorder> {
	let stream: MediaStream;
	let recorder: MediaRecorder;
	try {
		stream = await navigator.mediaDevices.getUserMedia({ audio: true });
		recorder = new MediaRecorder(stream);
	} catch (error) {
		throw new RecorderError(reasonOf(error), { cause: error });
	}
	const parts: Blob[] = [];
	recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
	const ended = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve()));
	recorder.start(1000);
	const startedAt = now();
	return {
		startedAt,
		async stop() {
			if (recorder.state !== 'inactive') recorder.stop();
			await ended;
			for (const track of stream.getTracks()) track.stop();
			const type = recorder.mimeType || 'audio/webm';
			return {
				address: URL.createObjectURL(new Blob(parts, { type })),
				extension: type.includes('mp4') ? 'm4a' : type.includes('ogg') ? 'ogg' : 'webm',
				duration: now() - startedAt,
			};
		},
	};
}
