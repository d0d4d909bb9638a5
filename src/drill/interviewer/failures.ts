/** Everything that can go wrong between the page and a model, and what the reader is told about it. */

export type FailureKind =
	| 'unreachable'
	| 'redirected'
	| 'badKey'
	| 'unauthorized'
	| 'notFound'
	| 'busy'
	| 'refused'
	| 'broken'
	| 'notAnApi'
	| 'stalled'
	| 'dropped'
	| 'stopped'
	| 'cutOff'
	| 'declined'
	| 'tooLong'
	| 'empty'
	| 'unreadable';

interface Details {
	readonly status?: number;
	/** What the server said of it, cut; shown as text. */
	readonly said?: string;
	/** Seconds after which the server takes requests again. */
	readonly retryAfter?: number;
}

export class ModelFailure extends Error {
	readonly kind: FailureKind;
	readonly details: Details;

	constructor(kind: FailureKind, details: Details = {}) {
		super(kind);
		this.kind = kind;
		this.details = details;
	}
}

const words: Readonly<Record<FailureKind, string>> = {
	unreachable:
		'No answer that the browser lets this page read. The connection test says which of several reasons it is.',
	redirected:
		'The server sends requests on to another address. A key goes nowhere but where it was given for, so nothing more was sent.',
	badKey: 'The key holds a character that no key has, so nothing was sent. Paste it again.',
	unauthorized: 'The server does not accept the key, or asks for one.',
	notFound: 'The server has no such model, or no chat completions at this address.',
	busy: 'The server takes no more requests for now.',
	refused: 'The server refused the request.',
	broken: 'The server failed.',
	notAnApi: 'Something answers at this address, but it is no chat-completions server: it sent a web page.',
	stalled: 'The model stopped sending. It may still be loading, or be too large for its machine.',
	dropped: 'The connection broke off in the middle of the reply.',
	stopped: 'Stopped.',
	cutOff: 'The reply was cut off: the model reached the length that its server allows, or its context is full.',
	declined: 'The model declined to reply.',
	tooLong: 'The reply did not end, and was stopped.',
	empty: 'The model sent an empty reply.',
	unreadable: 'The model replied, twice, but not with grades that can be read.',
};

/** A failure in words for the reader; what the server said of it is quoted. */
export function failureText(failure: unknown): string {
	if (!(failure instanceof ModelFailure)) return 'Something went wrong on this page.';
	const { status, said, retryAfter } = failure.details;
	return [
		words[failure.kind],
		retryAfter !== undefined && `It asks to wait ${retryAfter} s.`,
		said ? `It says: “${said}”` : status !== undefined && `Status ${status}.`,
	]
		.filter(Boolean)
		.join(' ');
}
