/** What `src/build/classicScript.ts` makes. */
declare module '*?classic' {
	const script: string;
	export default script;
}

declare module 'pyodide/pyodide.asm.mjs' {
	/** Emscripten's factory, which `loadPyodide` takes. */
	const createPyodideModule: (settings: object) => Promise<never>;
	export default createPyodideModule;
}
