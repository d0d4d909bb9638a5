/** Teaches an interpreter to run programs: our own Python, loaded into it once. */
import type { PyodideAPI } from 'pyodide';

export interface Runner {
	/** Runs a program to its end, and returns its error as JSON, or `null`. */
	readonly run: (source: string, file: string) => string;
	/** The modules that a program imports, by their first name: a list, as JSON. */
	readonly imports: (source: string) => string;
}

/** The texts of our modules, by name: a bundle holds them, a command reads them. */
export type RunnerSource = Readonly<Record<'loop' | 'program' | 'sweep', string>>;

/** Our modules are no program's to import, and leave nothing behind where it looks. */
const load = `
import sys, types
def load(name, source):
    module = sys.modules[name] = types.ModuleType(name)
    exec(compile(source, f"/runner/{name}.py", "exec"), vars(module))
    return module
def forget(*names):
    for name in names: del sys.modules[name]
`;

/** C frames that Python may stack up, in bytes: a browser gives a worker too little for all that Python believes to have. */
const STACK = 160_000;

interface StackProtection {
	_PyThreadState_Get(): number;
	_emscripten_stack_get_base(): number;
	/** New in 3.14. With it, a recursion through C ends by an error in the program, and not by the end of the interpreter. */
	_PyUnstable_ThreadState_SetStackProtection?(thread: number, start: number, size: number): number;
}

export function loadRunner(api: PyodideAPI, { loop, program, sweep }: RunnerSource): Runner {
	const module = (api as unknown as { _module: StackProtection })._module;
	const base = module._emscripten_stack_get_base();
	module._PyUnstable_ThreadState_SetStackProtection?.(module._PyThreadState_Get(), base - STACK, STACK);
	// Nobody types: there is nothing to read.
	api.setStdin({ stdin: () => null });
	const namespace = api.globals.get('dict')();
	api.runPython(load, { globals: namespace });
	namespace.get('load')('loop', loop);
	namespace.get('load')('sweep', sweep);
	const runner = namespace.get('load')('program', program);
	namespace.get('forget')('loop', 'sweep', 'program');
	runner.remember();
	return { run: runner.run, imports: runner.imports };
}
