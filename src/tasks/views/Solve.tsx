/** A task to be solved: the editor, the tests as they end, the solution once it is earned or asked for. Loaded when a reader wants to solve one. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Editor, openEditor } from '../../listings/running/editor.ts';
import { inWords } from '../../listings/running/failures.ts';
import { Notice, type State } from '../../listings/running/Panel.tsx';
import { STOPPED, takeTurn } from '../../listings/running/pagePython.ts';
import type { RunError } from '../../listings/running/protocol.ts';
import { judge, SLOW, TOO_SLOW } from '../judge.ts';
import type { TaskMaterial } from '../material.ts';
import { isEnd, type Report } from '../program.ts';
import { afterRun, isSolved, type Trial, trialText } from '../trial.ts';
import { CaseList, type CaseState } from './CaseList.tsx';
import { Solution } from './Solution.tsx';

export interface SolveProps {
	readonly task: TaskMaterial;
	readonly trial: Trial;
	/** Told of each change: typing, a run of the tests, a look at the solution. */
	readonly onTrial: (trial: Trial) => void;
	/** Where the code is kept, in a few words. */
	readonly kept: string;
}

/** How the last run stands. */
interface Run {
	readonly cases: ReadonlyMap<string, CaseState>;
	readonly printed: string;
	/** The program fails before any case, or the tests end without a word of it. */
	readonly broken: RunError | undefined;
	/** Why it ended before its last case: the reader, or a case that takes too long. */
	readonly ended: 'stopped' | 'slow' | undefined;
}

const nothing: Run = { cases: new Map(), printed: '', broken: undefined, ended: undefined };

/** A run with one more report. */
function withReport(run: Run, report: Report): Run {
	if ('broken' in report) {
		const broken: RunError = { ...report.broken, hint: null };
		return { ...run, broken, printed: run.printed + (report.printed ?? '') };
	}
	if ('cases' in report) return run;
	if (!('case' in report)) return { ...run, printed: run.printed + report.printed };
	const state: CaseState = isEnd(report) ? { kind: 'ended', end: report } : { kind: 'running' };
	return { ...run, cases: new Map(run.cases).set(report.case, state) };
}

/** The editor, opened once; what it says goes to the latest listener. */
function useEditor(
	source: string,
	label: string,
	listeners: { onChange: (source: string) => void; onRun: () => void },
) {
	const place = useRef<HTMLDivElement>(null);
	const editor = useRef<Editor | undefined>(undefined);
	const latest = useRef(listeners);
	latest.current = listeners;
	useEffect(() => {
		if (!place.current) return undefined;
		const opened = openEditor(place.current, {
			source,
			label,
			onChange: (changed) => latest.current.onChange(changed),
			onRun: () => latest.current.onRun(),
		});
		editor.current = opened;
		opened.focus();
		return () => opened.close();
	}, []);
	return { place, editor };
}

/** Where the tests are a sheet at the lower edge, as in `solve.css`. */
const isNarrow = (): boolean => matchMedia('(width < 40rem)').matches;

/** Tells an element's style how much of the window's foot a keyboard on the screen covers: `--keyboard`. */
function useKeyboardInset(place: RefObject<HTMLElement | null>): void {
	useEffect(() => {
		const viewport = window.visualViewport;
		if (!viewport) return undefined;
		const measure = (): void => {
			const covered = Math.max(0, innerHeight - viewport.height - viewport.offsetTop);
			// Without a keyboard, a few pixels are the browser's own bars.
			place.current?.style.setProperty('--keyboard', covered > 100 && viewport.scale === 1 ? `${covered}px` : '0px');
		};
		measure();
		viewport.addEventListener('resize', measure);
		viewport.addEventListener('scroll', measure);
		return () => {
			viewport.removeEventListener('resize', measure);
			viewport.removeEventListener('scroll', measure);
		};
	}, []);
}

/** What a screen reader hears when the tests have run. */
function spoken(run: Run, trial: Trial): string {
	if (run.broken)
		return `The program ended by ${run.broken.type}${run.broken.line ? ` on line ${run.broken.line}` : ''}.`;
	if (run.ended === 'slow') return `A test took more than ${SLOW / 1000} seconds and was given up.`;
	if (run.ended === 'stopped') return 'Stopped.';
	return trial.runs > 0 ? trialText(trial) : '';
}

export function Solve({ task, trial, onTrial, kept }: SolveProps) {
	const [state, setState] = useState<State>({ kind: 'idle' });
	const [run, setRun] = useState<Run>(nothing);
	const [said, say] = useState('');
	const turn = useRef<AbortController | undefined>(undefined);
	const agreed = useRef(false);
	const latest = useRef(trial);
	latest.current = trial;
	const list = useRef<HTMLDetailsElement>(null);
	const sheet = useRef<HTMLDivElement>(null);
	useKeyboardInset(sheet);

	const tell = (next: Trial): void => {
		latest.current = next;
		onTrial(next);
	};
	const mark = (line: number | null | undefined): void => editor.current?.mark(line ?? undefined);

	const runTests = async (): Promise<void> => {
		if (turn.current) {
			turn.current.abort(STOPPED);
			return;
		}
		const own = takeTurn();
		turn.current = own;
		mark(undefined);
		let now: Run = nothing;
		const show = (next: Run): void => {
			now = next;
			setRun(next);
		};
		show(nothing);
		say('');
		if (list.current) list.current.open = true;
		// A keyboard on the screen would leave no room for what the tests say.
		if (matchMedia('(pointer: coarse)').matches) (document.activeElement as HTMLElement | null)?.blur();
		try {
			const result = await judge(task, latest.current.code, {
				turn: own,
				agreed: agreed.current,
				onPhase: (phase) => setState({ kind: 'busy', phase, seconds: 0 }),
				onReport: (report) => show(withReport(now, report)),
				onPrint: (text) => show({ ...now, printed: (now.printed + text).slice(0, 20_000) }),
			});
			if (result && 'wheels' in result) {
				setState({ kind: 'asking', offer: result });
				return;
			}
			if (result) show({ ...now, broken: result });
			setState({ kind: 'idle' });
		} catch (error) {
			setState(own.signal.aborted ? { kind: 'idle' } : { kind: 'failed', message: inWords(error) });
			if (!own.signal.aborted) return;
			const slow = own.signal.reason === TOO_SLOW;
			const cases = new Map(
				[...now.cases].map(([name, one]) => [
					name,
					one.kind === 'running' ? ({ kind: slow ? 'slow' : 'stopped' } as const) : one,
				]),
			);
			show({ ...now, cases, ended: slow ? 'slow' : 'stopped' });
		} finally {
			turn.current = undefined;
		}
		const ends = [...now.cases].flatMap(([name, one]): [string, boolean][] =>
			one.kind === 'ended' ? [[name, one.end.state === 'passed']] : one.kind === 'slow' ? [[name, false]] : [],
		);
		// What was stopped by hand before any case ended says nothing.
		if (ends.length > 0 || now.broken) tell(afterRun(latest.current, Object.fromEntries(ends), task.cases));
		const firstError = [...now.cases.values()].flatMap((one) =>
			one.kind === 'ended' && one.end.error ? [one.end.error] : [],
		)[0];
		mark(now.broken?.line ?? firstError?.line);
		say(spoken(now, latest.current));
	};
	const { place, editor } = useEditor(trial.code, task.file, {
		onChange: (code) => tell({ ...latest.current, code }),
		onRun: () => void runTests(),
	});
	// A program that goes on after its editor is gone would hold Python.
	useEffect(() => () => turn.current?.abort(STOPPED), []);

	const failing = task.cases.filter(({ name }) => {
		const one = run.cases.get(name);
		return one !== undefined && !(one.kind === 'ended' && one.end.state === 'passed') && one.kind !== 'running';
	});
	const goToFailure = (): void => {
		if (list.current) list.current.open = true;
		const rows = [...(list.current?.querySelectorAll<HTMLElement>('.case.failing > summary') ?? [])];
		const at = rows.indexOf((document.activeElement ?? document.body) as HTMLElement);
		const next = rows[(at + 1) % rows.length];
		if (next) (next.parentElement as HTMLDetailsElement).open = true;
		next?.focus();
	};
	const keys = (event: KeyboardEvent): void => {
		if (event.key !== 'F8' || failing.length === 0) return;
		event.preventDefault();
		goToFailure();
	};
	const isBusy = state.kind === 'busy';
	const solved = isSolved(trial);
	return (
		<section class="solve no-print" aria-label="Solve it" onKeyDown={keys}>
			<p class="solve-head">
				<span class="label">{task.file}</span> <span class="note">{kept}</span>
			</p>
			<div class="run-editor" ref={place} />
			<p class="note solve-keys">
				Ctrl/⌘ Enter runs the tests, F8 goes to the next failure. Tab indents; Escape, then Tab, leaves the editor.
			</p>
			<div class="sheet" ref={sheet}>
				<p class="drill-actions">
					<button type="button" class="button" onClick={() => void runTests()}>
						{isBusy ? 'Stop' : 'Run the tests'}
					</button>
					<button
						type="button"
						class="text-button"
						onClick={() => {
							editor.current?.replace(task.starter);
							editor.current?.focus();
						}}
					>
						Start over
					</button>
					{failing.length > 0 && (
						<button type="button" class="text-button" onClick={goToFailure}>
							Next failure
						</button>
					)}
				</p>
				<Notice
					file={task.file}
					state={state}
					printed={[]}
					hasRecord={false}
					recordShown={false}
					onToggleRecord={() => {}}
					onRun={() => void runTests()}
					onFetch={() => {
						agreed.current = true;
						void runTests();
					}}
					onDecline={() => setState({ kind: 'idle' })}
					onLine={mark}
				/>
				<details class="cases" ref={list} open={!isNarrow()}>
					<summary>
						<span class="label">Tests</span>{' '}
						<span class="note">
							{trial.runs > 0
								? trialText(trial)
								: `${task.cases.length}, of which ${task.cases.filter(({ hidden }) => hidden).length} are told by name until they run`}
						</span>
					</summary>
					{run.broken && (
						<p class="run-message run-error">
							<span class="run-cross" aria-hidden="true">
								✕
							</span>{' '}
							<strong>{run.broken.type}</strong>
							{run.broken.line !== null && ` on line ${run.broken.line}`}
							{run.broken.message && `: ${run.broken.message}`}. No test could run.
						</p>
					)}
					{run.ended === 'slow' && (
						<p class="run-message">
							A test that takes more than {SLOW / 1000} s is given up, and those after it wait for the next run.
						</p>
					)}
					<CaseList
						cases={task.cases}
						states={run.cases}
						onLine={(line) => {
							mark(line);
							editor.current?.focus();
						}}
					/>
					{run.printed && (
						<>
							<p class="label">Printed beside the tests</p>
							<pre class="code">{run.printed}</pre>
						</>
					)}
				</details>
			</div>
			<p class="visually-hidden" role="status">
				{said}
			</p>
			<Solution
				task={task}
				code={trial.code}
				earned={solved}
				onShow={() => tell({ ...latest.current, helped: latest.current.helped || !solved })}
			/>
			{solved && <p class="solved">Solved: {trialText(trial)}.</p>}
		</section>
	);
}
