/**
 * An author's save counts for pages that are being made meanwhile. Astro invalidates the modules that read the content while Vite still
 * transforms and evaluates some of them for an earlier request; what that request ends with would then pass for what is on the disk,
 * until the next save: a new concept is not found, an edit is not shown.
 */
import { isRunnableDevEnvironment, type RunnableDevEnvironment, type ViteDevServer } from 'vite';

/** Vite's clock is ahead of the system's by a millisecond for each further request in one. */
const AHEAD = 10;

/** Makes each invalidation on the server hold for what is under way: nothing that was begun before it is kept, or handed on, after it. */
export function invalidateWhatIsUnderWay(server: ViteDevServer): void {
	for (const environment of Object.values(server.environments))
		if (isRunnableDevEnvironment(environment)) invalidateIn(environment);
}

function invalidateIn(environment: RunnableDevEnvironment): void {
	const { moduleGraph } = environment;
	let invalidations = 0;

	const invalidate = moduleGraph.invalidateModule.bind(moduleGraph);
	moduleGraph.invalidateModule = (module, ...how) => {
		invalidations++;
		// It goes on to the modules that import this one, each by this same function.
		invalidate(module, ...how);
		// An invalidation by HMR leaves this as it was, and a transform that ends later would be kept.
		module.lastInvalidationTimestamp = Math.max(module.lastInvalidationTimestamp, Date.now() + AHEAD);
		// Vite looks at the transform alone to know whether a module is to be evaluated again, and other requests renew that.
		const evaluated = module.id && environment.runner.evaluatedModules.getModuleById(module.id);
		if (evaluated) environment.runner.evaluatedModules.invalidateModule(evaluated);
	};

	const transform = environment.transformRequest.bind(environment);
	environment.transformRequest = async (...request) => {
		for (;;) {
			const before = invalidations;
			const result = await transform(...request);
			if (invalidations === before) return result;
		}
	};
}
