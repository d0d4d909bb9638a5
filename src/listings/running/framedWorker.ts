/**
 * A worker in an origin of its own, inside a frame that has none. A worker started by the page would share the page's origin, and with
 * it the reader's history; it would also take its policy from the host's headers alone, which few hosts send. The frame's document
 * carries a policy of its own, which its worker inherits: no network, no storage, nothing but what the page hands over.
 */
import { findCopy } from '../../keeping/copies.ts';
import { pathTo } from '../../paths.ts';
import { frameFile, keptFrame } from './frame.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import type { WorkerLike } from './pythonWorker.ts';

/** How long the host may take, where there is a copy. */
const PATIENCE = 2000;

/** A frame that has loaded answers at once. One that a policy of the host forbids loads too, as a page of the browser's own. */
const ANSWER_LIMIT = 10_000;

export class FramedWorker implements WorkerLike {
	onmessage: WorkerLike['onmessage'] = null;
	onerror: WorkerLike['onerror'] = null;
	readonly #frame = document.createElement('iframe');
	readonly #port: MessagePort;
	#patience: ReturnType<typeof setTimeout> | undefined;
	#isEnded = false;

	/** @param script Text of a classic script, which finds its port to the page in the first message that it gets. */
	constructor(script: string) {
		const { port1, port2 } = new MessageChannel();
		this.#port = port1;
		port1.onmessage = (event: MessageEvent<FromWorker>) => this.onmessage?.(event);
		addEventListener('message', this.#hear);
		const frame = this.#frame;
		frame.sandbox.add('allow-scripts');
		frame.hidden = true;
		frame.title = 'Python';
		frame.onload = () => {
			this.#patience = setTimeout(() => this.onerror?.('no answer'), ANSWER_LIMIT);
			// A document without an origin has no name to address it by.
			frame.contentWindow?.postMessage(script, '*', [port2]);
		};
		this.#open();
	}

	/** A browser asks the host alone for a frame without an origin. Where that says nothing, the service worker's copy takes its own away. */
	async #open(): Promise<void> {
		const frame = this.#frame;
		const address = pathTo(frameFile);
		const asked = { cache: 'no-cache', redirect: 'error', signal: AbortSignal.timeout(PATIENCE) } as const;
		const answers = await fetch(address, asked).then(
			({ ok }) => ok,
			() => false,
		);
		const copy = answers ? undefined : await findCopy(address);
		if (this.#isEnded) return;
		if (copy && navigator.serviceWorker?.controller) {
			frame.removeAttribute('sandbox');
			frame.src = pathTo(keptFrame);
		} else frame.src = address;
		document.body.append(frame);
	}

	postMessage(message: ToWorker): void {
		this.#port.postMessage(message);
	}

	terminate(): void {
		this.#isEnded = true;
		removeEventListener('message', this.#hear);
		clearTimeout(this.#patience);
		this.#port.close();
		// A worker ends with its document.
		this.#frame.remove();
	}

	/** The frame says whether it took the script, or the browser refused to start it. */
	readonly #hear = ({ source, data }: MessageEvent): void => {
		if (source !== this.#frame.contentWindow) return;
		clearTimeout(this.#patience);
		if (data !== 'taken') this.onerror?.(String(data));
	};
}
