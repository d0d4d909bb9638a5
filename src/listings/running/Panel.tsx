/** What a reader sees of a run: what has to be fetched, how far it is, what the program prints, and how it ended. */
import { megabytes } from './failures.ts';
import type { Phase } from './interpreter.ts';
import type { RunEnd } from './outcome.ts';
import { CAP, type RunError, type Stream } from './protocol.ts';
import type { Offer } from './runtime.ts';

export interface Printed {
	readonly stream: Stream;
	readonly text: string;
}

export type State =
	| { readonly kind: 'idle' }
	/** Another request is only made when the reader agrees to it. */
	| { readonly kind: 'asking'; readonly offer: Offer }
	| { readonly kind: 'busy'; readonly phase: Phase; readonly seconds: number }
	| { readonly kind: 'failed'; readonly message: string }
	| { readonly kind: 'stopped'; readonly seconds: number }
	| { readonly kind: 'ended'; readonly end: RunEnd };

interface PanelProps {
	readonly file: string;
	readonly state: State;
	readonly printed: readonly Printed[];
	/** Whether the recorded output is on the page, to be shown beside the run's. */
	readonly hasRecord: boolean;
	readonly recordShown: boolean;
	readonly onToggleRecord: () => void;
	readonly onRun: () => void;
	/** Told of a module that only the run has shown to be missing. */
	readonly onFetch: (module?: string) => void;
	readonly onDecline: () => void;
	readonly onLine: (line: number) => void;
}

const kilobytes = (bytes: number): string => Math.ceil(bytes / 1024).toLocaleString('en');

interface AskingProps {
	readonly offer: Offer;
	readonly onFetch: () => void;
	readonly onDecline?: () => void;
}

function Asking({ offer: { wheels, host }, onFetch, onDecline }: AskingProps) {
	const sizes = wheels.map(({ remote }) => remote.size);
	const total = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
	const names = wheels.map(({ title, version }) => `${title} ${version}`).join(', ');
	return (
		<div class="run-message">
			<p>
				This needs {names}:{' '}
				{sizes.includes(undefined)
					? 'a download of a size that this site does not know,'
					: `${megabytes(Math.max(total, 1e5))} MB`}{' '}
				from{' '}
				{host ? (
					<>
						<strong>{host}</strong>, another host, which then sees your address
					</>
				) : (
					'this site'
				)}
				. Each file is checked against the hash that was recorded for it.
			</p>
			<p class="run-choices">
				<button type="button" class="button" onClick={onFetch}>
					Fetch and run
				</button>
				{onDecline && (
					<button type="button" class="text-button" onClick={onDecline}>
						Not now
					</button>
				)}
			</p>
		</div>
	);
}

function Loading({ what, progress }: Phase & { kind: 'loading' }) {
	const total = progress?.total;
	return (
		<div class="run-message">
			<p class="run-head">
				<span class="label">Loading {what}</span>
				<span class="note">
					{progress ? `${megabytes(progress.received)}${total ? ` of ${megabytes(total)}` : ''} MB` : 'asking for it'}
					{what === 'Python' && ', once for this page'}
				</span>
			</p>
			<progress aria-label={`Loading ${what}`} max={total} value={total ? progress?.received : undefined} />
		</div>
	);
}

function Failed({ message, onRun, hasRecord }: PanelProps & { message: string }) {
	return (
		<div class="run-message">
			<p>
				<span class="run-cross" aria-hidden="true">
					✕
				</span>{' '}
				{message}
				{hasRecord && ' The recorded output stands.'}
			</p>
			<p class="run-choices">
				<button type="button" class="text-button" onClick={onRun}>
					Try again
				</button>
			</p>
		</div>
	);
}

const hints: Record<NonNullable<RunError['hint']>, string> = {
	module: 'Here, Python has its standard library and the few packages that listings use. Others cannot be installed.',
	thread: 'In a browser, Python has no threads.',
	process: 'In a browser, Python has no other programs to start.',
	stack:
		'If it is no recursion without end: in a browser, one that goes through C, as functools.lru_cache or a key function does, gets some hundred calls deep.',
};

interface ErrorLineProps {
	readonly error: RunError;
	/** Whether what is missing can be fetched. */
	readonly hasOffer: boolean;
	readonly onLine: (line: number) => void;
}

function ErrorLine({ error, hasOffer, onLine }: ErrorLineProps) {
	const { type, message, line, hint } = error;
	return (
		<p class="run-message run-error">
			<span class="run-cross" aria-hidden="true">
				✕
			</span>{' '}
			<strong>{type}</strong>
			{line !== null && (
				<>
					{' on '}
					<button type="button" class="text-button" onClick={() => onLine(line)}>
						line {line}
					</button>
				</>
			)}
			{message && (
				<>
					: <bdi>{message}</bdi>
				</>
			)}
			{hint && !hasOffer && ` ${hints[hint]}`}
		</p>
	);
}

/** A duration as a reader takes it in. */
function spent(milliseconds: number): string {
	return milliseconds < 950 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function compared({ equal, differsAt }: RunEnd): string {
	return equal ? 'equal to the recorded output' : `differs from the recorded output from line ${differsAt}`;
}

/** How far the run is or how it ended, in a few words. */
function summary(state: State): string {
	if (state.kind === 'busy') return state.seconds > 0 ? `running for ${state.seconds} s` : 'running';
	if (state.kind === 'stopped') return `stopped after ${state.seconds} s`;
	if (state.kind === 'ended') {
		return state.end.error
			? `ended by an error, ${spent(state.end.milliseconds)}`
			: `${compared(state.end)}, ${spent(state.end.milliseconds)}`;
	}
	return '';
}

function Run({ state, printed, hasRecord, recordShown, onToggleRecord, onFetch, onLine }: PanelProps) {
	const end = state.kind === 'ended' ? state.end : undefined;
	const ended = state.kind === 'ended' || state.kind === 'stopped';
	return (
		<>
			<p class="run-head">
				<span class="label">Your run</span>
				<span class="note">{summary(state)}</span>
				{ended && hasRecord && !end?.equal && (
					<button type="button" class="text-button" aria-pressed={recordShown} onClick={onToggleRecord}>
						Recorded output
					</button>
				)}
			</p>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too. */}
			<pre class="code run-output" tabIndex={0}>
				<samp>
					{printed.map(({ stream, text }, index) => (
						<span key={index} class={stream === 'err' ? 'run-stderr' : undefined}>
							{text}
						</span>
					))}
				</samp>
			</pre>
			{ended && printed.length === 0 && <p class="run-message note">It printed nothing.</p>}
			{end && end.dropped > 0 && (
				<p class="run-message note">
					Shown is the first {kilobytes(CAP)} kB; {kilobytes(end.dropped)} kB more was left out.
				</p>
			)}
			{end?.error && <ErrorLine error={end.error} hasOffer={end.offer !== undefined} onLine={onLine} />}
			{end?.offer && <Asking offer={end.offer} onFetch={() => onFetch(end.error?.module)} />}
		</>
	);
}

/** What a screen reader hears: that it runs, and what came out. Not every line, and not every megabyte. */
const SPOKEN = 300;

function spoken(file: string, state: State, printed: readonly Printed[]): string {
	if (state.kind === 'busy') {
		const { phase } = state;
		if (phase.kind === 'loading') return `Loading ${phase.what}`;
		return phase.kind === 'running' ? `Running ${file}` : 'Starting Python';
	}
	if (state.kind === 'asking') return 'This needs packages that have to be fetched first.';
	if (state.kind === 'failed') return state.message;
	if (state.kind === 'stopped') return `${file} stopped`;
	if (state.kind === 'idle') return '';
	const { error, dropped } = state.end;
	if (error) return `${file} ended by ${error.type}${error.line ? ` on line ${error.line}` : ''}: ${error.message}`;
	const text = printed.map(({ text }) => text).join('');
	const lines = text.split('\n').length - 1;
	const what = dropped === 0 && text.length <= SPOKEN ? `It printed: ${text}` : `It printed ${lines} lines.`;
	return `${file} ended, ${compared(state.end)}. ${text ? what : 'It printed nothing.'}`;
}

/** What comes before a run, above the code where Run stands: what has to be fetched, how far it is, what went wrong. */
export function Notice(props: PanelProps) {
	const { state } = props;
	if (state.kind === 'asking')
		return <Asking offer={state.offer} onFetch={() => props.onFetch()} onDecline={props.onDecline} />;
	if (state.kind === 'failed') return <Failed {...props} {...state} />;
	if (state.kind !== 'busy') return null;
	const { phase, seconds } = state;
	if (phase.kind === 'loading') return <Loading {...phase} />;
	if (phase.kind === 'running') return null;
	return (
		<p class="run-message run-head">
			<span class="label">Starting Python</span>
			<span class="note">{seconds > 0 && `${seconds} s`}</span>
		</p>
	);
}

/** Whether a program has begun, so that what it prints takes the place of the recorded output. */
export function hasRun(state: State): boolean {
	return (
		state.kind === 'ended' || state.kind === 'stopped' || (state.kind === 'busy' && state.phase.kind === 'running')
	);
}

/** What the run prints and how it ends, beneath the code, with what a screen reader hears of all of it. */
export function Panel(props: PanelProps) {
	return (
		<>
			{hasRun(props.state) && <Run {...props} />}
			<p class="visually-hidden" role="status">
				{spoken(props.file, props.state, props.printed)}
			</p>
		</>
	);
}
