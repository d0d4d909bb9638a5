/** What can go wrong with a reader's data, in words for the reader: what happened, what it means for them, what to do. */
import { refusesAll } from '../../keeping/kept.ts';
import { messageOf, PartNotLoaded } from '../../loading/loadPart.ts';

export type FailureKind =
	| 'storage-blocked'
	| 'storage-full'
	| 'storage-failed'
	| 'program-failed'
	| 'part-not-loaded'
	| 'erased-elsewhere'
	| 'tab-outdated'
	| 'tab-blocking'
	| 'site-outdated'
	| 'clock'
	| 'backup-unreadable'
	| 'backup-newer'
	| 'backup-too-large'
	| 'backup-conflict'
	| 'file-denied'
	| 'invalid';

export interface Failure {
	readonly kind: FailureKind;
	/** One to three plain sentences, ready to be shown. */
	readonly message: string;
}

/** What an operation gives: its value, or the reason why nothing was changed. */
export type Result<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly failure: Failure };

const messages = {
	'storage-blocked':
		'This browser does not let the site keep anything, as in a private window. Your answers last until you close this page; export them before you do.',
	'storage-full':
		'There is no space left on this device, so your last step was not saved. Free some space, or export a backup, then try again.',
	'storage-failed':
		'The browser could not read or write your review history, so your last step was not saved. Nothing that was saved before is lost. Reload the page and try again.',
	'erased-elsewhere':
		'Your history was deleted while this page was open, in another tab or in the settings of the browser, so your last step was not saved. What you do from now on starts a new one; a backup brings the old one back, on the Progress page.',
	'tab-outdated': 'The site was updated in another tab. Reload this page to go on; your history is safe.',
	'tab-blocking':
		'An older copy of this site is open in another tab and holds your history. Close that tab; this one goes on by itself.',
	'site-outdated':
		'Your history was written by a newer version of this site than the page you see. Reload the page to go on; your history is safe.',
} satisfies Partial<Record<FailureKind, string>>;

/** A failure with its standing message. */
export function failure(kind: keyof typeof messages): Failure {
	return { kind, message: messages[kind] };
}

/** Carries a failure out of a transaction that must not go through. */
export class RecallError extends Error {
	readonly failure: Failure;
	/** Its message is, for `messageOf`. */
	readonly forReader = true;

	constructor(failure: Failure, cause?: unknown) {
		super(failure.message, { cause });
		this.name = 'RecallError';
		this.failure = failure;
	}
}

/** The value of a result; throws its failure, as a {@link RecallError}. */
export function valueIn<Value>(result: Result<Value>): Value {
	if (result.ok) return result.value;
	throw new RecallError(result.failure);
}

/** What a page asked for that cannot be; nothing was changed. */
export function invalid(message: string): RecallError {
	return new RecallError({ kind: 'invalid', message });
}

/** Whether an error is a browser's way to say that the site may keep nothing. Chromium says of its database only that something failed. */
export function isRefusal(error: unknown): boolean {
	if (!(error instanceof DOMException)) return false;
	return (
		['SecurityError', 'InvalidStateError', 'NotSupportedError'].includes(error.name) ||
		(error.name === 'UnknownError' && refusesAll())
	);
}

/**
 * The failure behind anything that was thrown. Browsers say by the names of their errors what is wrong with a database; any other
 * error is one of ours, and stands in the console as well.
 */
export function failureOf(error: unknown): Failure {
	if (error instanceof RecallError) return error.failure;
	if (error instanceof PartNotLoaded) return { kind: 'part-not-loaded', message: error.message };
	if (!(error instanceof DOMException)) return { kind: 'program-failed', message: messageOf(error) };
	switch (error.name) {
		case 'QuotaExceededError':
			return failure('storage-full');
		case 'VersionError':
			return failure('site-outdated');
		case 'SecurityError':
			return failure('storage-blocked');
		default:
			return failure('storage-failed');
	}
}

/** Runs an operation and turns what it throws into a failure. */
export async function attempt<Value>(operation: () => Promise<Value>): Promise<Result<Value>> {
	try {
		return { ok: true, value: await operation() };
	} catch (error) {
		return { ok: false, failure: failureOf(error) };
	}
}
