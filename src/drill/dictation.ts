/** Dictation by the browser's own speech recognition, where it has one. Not every browser keeps the sound on the device. */

interface Alternative {
	readonly transcript: string;
}

interface RecognitionResult {
	readonly isFinal: boolean;
	readonly 0: Alternative;
}

interface RecognitionEvent extends Event {
	readonly resultIndex: number;
	readonly results: ArrayLike<RecognitionResult>;
}

/** The part of the Web Speech API that is used; TypeScript's library does not describe it. */
interface Recognition extends EventTarget {
	lang: string;
	continuous: boolean;
	interimResults: boolean;
	start(): void;
	stop(): void;
}

type RecognitionClass = new () => Recognition;

function recognitionClass(): RecognitionClass | undefined {
	const scope = globalThis as { SpeechRecognition?: RecognitionClass; webkitSpeechRecognition?: RecognitionClass };
	return scope.SpeechRecognition ?? scope.webkitSpeechRecognition;
}

export function canDictate(): boolean {
	return recognitionClass() !== undefined;
}

const STOPPED = 'Dictation stopped. What was heard so far is kept.';

/** In words; undefined when nothing is wrong. */
function reasonOf(error: string): string | undefined {
	switch (error) {
		case 'not-allowed':
		case 'service-not-allowed':
			return 'The browser does not allow dictation on this page. Type your answer, or say it aloud.';
		case 'audio-capture':
			return 'No microphone was found. Type your answer, or say it aloud.';
		case 'network':
			return 'The browser’s speech service cannot be reached. Type your answer, or say it aloud.';
		case 'no-speech':
		case 'aborted':
			return undefined;
		default:
			return STOPPED;
	}
}

/** What ends sooner after its start than this, ms, will not listen at all. */
const SHORTEST = 1000;

/**
 * Begins to listen, and goes on through pauses: browsers end by themselves when nothing is said for some seconds, and who thinks
 * would talk to nobody.
 *
 * @param heard Gets each passage once it is final; the last of them possibly after listening was ended.
 * @param ended Called when listening ends, with the reason in words if it was not asked for.
 * @returns Ends listening.
 */
export function startDictation(
	heard: (text: string) => void,
	ended: (reason?: string) => void,
	now: () => number = Date.now,
): () => void {
	const Class = recognitionClass();
	if (!Class) throw new Error('this browser has no speech recognition');
	const recognition = new Class();
	recognition.lang = 'en-US';
	recognition.continuous = true;
	recognition.interimResults = false;
	let reason: string | undefined;
	let wanted = true;
	let startedAt = now();
	recognition.addEventListener('result', (event) => {
		const { results, resultIndex } = event as RecognitionEvent;
		for (let index = resultIndex; index < results.length; index++) {
			const result = results[index];
			if (result?.isFinal) heard(result[0].transcript.trim());
		}
	});
	recognition.addEventListener('error', (event) => {
		reason = reasonOf((event as Event & { error: string }).error);
	});
	recognition.addEventListener('end', () => {
		if (wanted && reason === undefined && now() - startedAt >= SHORTEST) {
			startedAt = now();
			recognition.start();
			return;
		}
		ended(reason ?? (wanted ? STOPPED : undefined));
	});
	recognition.start();
	return () => {
		wanted = false;
		recognition.stop();
	};
}
