/** The page's one Python, and whose turn it is: what runs anywhere on the page makes room for what is started next. */
import { FramedWorker } from './framedWorker.ts';
import { Interpreter } from './interpreter.ts';
import { PythonWorker } from './pythonWorker.ts';

export const pagePython = new Interpreter(new PythonWorker((script) => new FramedWorker(script)));

/** What an abort carries: the reader's wish, not a failure. */
export const STOPPED = new DOMException('stopped', 'AbortError');

let latest: AbortController | undefined;

/** Stops what runs, and gives the next run its switch. */
export function takeTurn(): AbortController {
	latest?.abort(STOPPED);
	latest = new AbortController();
	return latest;
}
