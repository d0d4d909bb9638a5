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

function reasonOf(error: string): string {
	switch (error) {
		case 'not-allowed':
		case 'service-not-allowed':
			return 'The browser does not allow dictation on this page. Type your answer, or say it aloud.';
		case 'audio-capture':
			return 'No microphone was found. Type your answer, or say it aloud.';
		case 'network':
			return 'The browser’s speech service cannot be reached. Type your answer, or say it aloud.';
		default:
			return 'Dictation stopped. What was heard so far is kept.';
	}
}

/**
 * Begins to listen.
 *
 * @param heard Gets each passage once it is final.
 * @param ended Called when listening ends, with the reason in words if it was not asked for.
 * @returns Ends listening.
 */
export function startDictation(heard: (text: string) => void, ended: (reason?: string) => void): () => void {
	const Class = recognitionClass();
	if (!Class) throw new Error('this browser has no speech recognition');
	const recognition = new Class();
	recognition.lang = 'en-US';
	recognition.continuous = true;
	recognition.interimResults = false;
	let reason: string | undefined;
	recognition.addEventListener('result', (event) => {
		const { results, resultIndex } = event as RecognitionEvent;
		for (let index = resultIndex; index < results.length; index++) {
			const result = results[index];
			if (result?.isFinal) heard(result[0].transcript.trim());
		}
	});
	recognition.addEventListener('error', (event) => {
		const { error } = event as Event & { error: string };
		if (error !== 'aborted') reason = reasonOf(error);
	});
	recognition.addEventListener('end', () => ended(reason));
	recognition.start();
	return () => recognition.stop();
}
