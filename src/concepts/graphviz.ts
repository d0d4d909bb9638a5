/** Graphviz, compiled to WebAssembly: started once, when something is to be drawn or looked at. */
import type { Viz } from '@viz-js/viz';

let started: Promise<Viz> | undefined;
let running: Viz | undefined;

/** Starts it, where it has not started; {@link graphviz} works from then on. */
export async function startGraphviz(): Promise<void> {
	started ??= import('@viz-js/viz').then(({ instance }) => instance());
	running = await started;
}

/** @throws Error when nobody has waited for its start */
export function graphviz(): Viz {
	if (!running) throw new Error('Graphviz has not been started');
	return running;
}
