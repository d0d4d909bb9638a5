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
	/** Resolves when nothing is recorded any more, for whatever reason: a microphone may be pulled out. */
	readonly ended: Promise<void>;
	/**
	 * Ends the recording and frees the microphone. The recording's address is to be given back by {@link forgetRecording}.
	 *
	 * @returns undefined when it was ended before anything was recorded
	 */
	stop(): Promise<Recording | undefined>;
	/** Ends it and keeps nothing. */
	discard(): void;
}

/** Gives the memory of a recording back. */
export function forgetRecording({ address }: Recording): void {
	URL.revokeObjectURL(address);
}

function free(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}

/** A recorder on a stream, already recording. */
function recording(stream: MediaStream): MediaRecorder {
	const recorder = new MediaRecorder(stream);
	recorder.start(1000);
	return recorder;
}

/**
 * Asks for the microphone and begins.
 *
 * @param signal Ends the asking: a microphone that is given after that is let go at once, and nothing comes of it.
 * @throws RecorderError with the reason in words.
 */
export async function startRecording(
	signal: AbortSignal,
	now: () => number = Date.now,
): Promise<RunningRecorder | undefined> {
	let stream: MediaStream | undefined;
	let recorder: MediaRecorder;
	try {
		stream = await navigator.mediaDevices.getUserMedia({ audio: true });
		if (signal.aborted) {
			free(stream);
			return undefined;
		}
		recorder = recording(stream);
	} catch (error) {
		if (stream) free(stream);
		throw new RecorderError(reasonOf(error), { cause: error });
	}
	const microphone = stream;
	const parts: Blob[] = [];
	recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
	const ended = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve()));
	const startedAt = now();
	const end = (): void => {
		if (recorder.state !== 'inactive') recorder.stop();
		free(microphone);
	};
	return {
		startedAt,
		ended,
		async stop() {
			const duration = now() - startedAt;
			end();
			await ended;
			const type = recorder.mimeType || 'audio/webm';
			const sound = new Blob(parts, { type });
			if (sound.size === 0) return undefined;
			return {
				address: URL.createObjectURL(sound),
				extension: type.includes('mp4') ? 'm4a' : type.includes('ogg') ? 'ogg' : 'webm',
				duration,
			};
		},
		discard: end,
	};
}
