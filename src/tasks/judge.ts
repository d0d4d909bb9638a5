/** Runs a reader's program under the tests of its task, in the page's Python, and tells each case as it begins and ends. */
import type { Phase } from '../listings/running/interpreter.ts';
import { pagePython } from '../listings/running/pagePython.ts';
import type { RunError } from '../listings/running/protocol.ts';
import type { Offer } from '../listings/running/runtime.ts';
import harness from './cases.py?raw';
import type { TaskMaterial } from './material.ts';
import { judging, newMark, type Report, reportIn } from './program.ts';

/** A case that takes longer is given up, in milliseconds. */
export const SLOW = 20_000;

/** What an abort carries when a case takes too long. */
export const TOO_SLOW = new DOMException('too slow', 'TimeoutError');

interface JudgeOptions {
	/** Switches the run off: by the reader, or with {@link TOO_SLOW} by the clock. */
	readonly turn: AbortController;
	/** Whether the reader has agreed to fetch packages. */
	readonly agreed: boolean;
	readonly onPhase: (phase: Phase) => void;
	readonly onReport: (report: Report) => void;
	/** What the program printed past the tests. */
	readonly onPrint: (text: string) => void;
}

/**
 * @returns what the reader has to agree to first; an error that the tests could not report; nothing when all is told.
 * @throws what a run throws; the reason of the abort.
 */
export async function judge(
	{ file, tests }: TaskMaterial,
	source: string,
	{ turn, agreed, onPhase, onReport, onPrint }: JudgeOptions,
): Promise<Offer | RunError | undefined> {
	const mark = newMark();
	let clock: ReturnType<typeof setTimeout> | undefined;
	const expectNext = (): void => {
		clearTimeout(clock);
		clock = setTimeout(() => turn.abort(TOO_SLOW), SLOW);
	};
	let rest = '';
	const read = (text: string): void => {
		const lines = (rest + text).split('\n');
		rest = lines.pop() ?? '';
		for (const line of lines) {
			const report = reportIn(line, mark);
			if (report) {
				expectNext();
				onReport(report);
			} else onPrint(`${line}\n`);
		}
	};
	const program = {
		file: 'tests.py',
		source: judging(harness, { source, file, tests }, mark),
		importing: `${source}\n${tests}`,
	};
	try {
		const end = await pagePython.run(program, '', {
			signal: turn.signal,
			agreed,
			onPhase: (phase) => {
				if (phase.kind === 'running') expectNext();
				onPhase(phase);
			},
			onOutput: (_, text) => read(text),
		});
		return 'wheels' in end ? end : end.error;
	} finally {
		clearTimeout(clock);
	}
}
