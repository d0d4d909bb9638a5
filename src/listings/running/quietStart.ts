/**
 * Imported before Pyodide, which tries at once what the policy refuses, to learn which kind of worker this is: Firefox tells the console
 * of every reader. What throws here tells it the same.
 */
globalThis.importScripts = () => {
	throw new TypeError('no script beside those that the page hands over');
};
