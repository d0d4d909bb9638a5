/** Something to be kept: its size told first, then how far it is, a way to stop, and how it ended. */
import { useRef, useState } from 'preact/hooks';
import { bytesWords } from '../../keeping/bytesWords.ts';
import type { Outcome } from '../keep.ts';

export interface FetchingProps {
	/** What the button says. */
	readonly action: string;
	/** Said when all of it is kept. */
	readonly done: string;
	readonly isDone: boolean;
	/** Bytes in all; undefined when that is not known. */
	readonly total: number | undefined;
	readonly run: (options: { signal: AbortSignal; onProgress: (bytes: number) => void }) => Promise<Outcome>;
	/** The reader stopped it, or it has ended. */
	readonly onEnd: (outcome: Outcome) => void;
}

const endings: Readonly<Record<Exclude<Outcome, 'done'>, string>> = {
	stopped: 'Stopped. What has come stays.',
	full: 'The browser has no room left for more. What has come stays; free something below, or on the device, and go on.',
	offline: 'The connection broke off. What has come stays.',
	changed:
		'What the host sends is not what it lists: the site may be in the middle of an update. Try again in a moment.',
};

export function Fetching({ action, done, isDone, total, run, onEnd }: FetchingProps) {
	const [bytes, setBytes] = useState<number>();
	const [ended, setEnded] = useState<Outcome>();
	const stopping = useRef<AbortController>(undefined);
	const start = async (): Promise<void> => {
		stopping.current = new AbortController();
		setEnded(undefined);
		setBytes(0);
		const outcome = await run({ signal: stopping.current.signal, onProgress: setBytes });
		setBytes(undefined);
		setEnded(outcome);
		onEnd(outcome);
	};
	if (bytes !== undefined) {
		return (
			<div class="fetching">
				<progress aria-label={action} max={total} value={total ? bytes : undefined} />
				<p class="note">
					{bytesWords(bytes)}
					{total !== undefined && ` of ${bytesWords(total)}`}{' '}
					<button type="button" class="text-button" onClick={() => stopping.current?.abort()}>
						Stop
					</button>
				</p>
			</div>
		);
	}
	return (
		<div class="fetching">
			{ended && ended !== 'done' && <p role="status">{endings[ended]}</p>}
			{isDone ? (
				<p role="status">{done}</p>
			) : (
				<p class="actions">
					<button type="button" class="button" onClick={start}>
						{ended && ended !== 'done' ? 'Go on' : action}
					</button>
				</p>
			)}
		</div>
	);
}
