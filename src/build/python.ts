/**
 * The Python that runs listings: a virtual environment in `.cache/python` with exactly what `src/listings/requirements.txt` pins, made
 * and renewed when it is asked for. Where nothing can be downloaded, the system's packages stand in, and that is said.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { requirements, requirementsFile } from '../listings/pinned.ts';
import { canInstall, install } from './bootstrap/debian.mjs';
import { at, run, say } from './bootstrap/project.mjs';

const oldest = [3, 11] as const;
const onWindows = process.platform === 'win32';
const environment = at('.cache', 'python');
const ofEnvironment = join(environment, ...(onWindows ? ['Scripts', 'python.exe'] : ['bin', 'python3']));

const probe = `
import importlib.metadata, json, sys
def version(distribution):
    try:
        return importlib.metadata.version(distribution).split("+")[0]
    except importlib.metadata.PackageNotFoundError:
        return None
print(json.dumps([sys.version_info[:2], [version(name) for name in sys.argv[1:]]]))
`;

/** What a Python has of the requirements: the version of each by its import name; undefined for a program that does not start or is too old. */
function installedIn(python: string): ReadonlyMap<string, string> | undefined {
	try {
		const names = requirements.map(({ distribution }) => distribution);
		const printed = execFileSync(python, ['-s', '-c', probe, ...names], {
			encoding: 'utf8',
			timeout: 30_000,
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		const [version, found] = JSON.parse(printed);
		if (version[0] !== oldest[0] || version[1] < oldest[1]) return undefined;
		return new Map(
			requirements.flatMap(({ module }, index) => (found[index] === null ? [] : [[module, found[index]]])),
		);
	} catch {
		return undefined; // A shim without a Python behind it, or the stand-in of some systems that leads to a shop.
	}
}

/** Whether a Python has everything, each at the version that is pinned. */
function isAsPinned(python: string): boolean {
	const installed = installedIn(python);
	return requirements.every(({ module, version }) => installed?.get(module) === version);
}

/** Every program that may be a Python: the project's own, those of the PATH, the system's behind it. */
function candidates(): string[] {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	const names = onWindows ? ['python.exe', 'python3.exe'] : ['python3', 'python'];
	const paths = folders.flatMap((folder) => names.map((name) => join(folder, name)));
	return [...new Set([ofEnvironment, ...paths, '/usr/bin/python3'])].filter((path) => existsSync(path));
}

/**
 * A Python 3.11 or later that has these packages: the one of `PYTHON`; else, where packages are asked for, the project's own
 * environment, which is made or renewed now unless it is as pinned.
 *
 * @param modules Import names. None: any Python will do, and nothing is installed.
 * @throws Error with what the author can do.
 */
export async function pythonWith(modules: readonly string[]): Promise<string> {
	const named = process.env.PYTHON;
	if (named) return checked(named, modules);
	if (modules.length === 0) {
		const any = candidates().find((python) => installedIn(python));
		if (any) return any;
	} else if (isAsPinned(ofEnvironment) || (await makeEnvironment())) {
		return ofEnvironment;
	}
	return standIn(modules);
}

/** The Python that an author names, other versions than the pinned ones included; they are said. */
function checked(named: string, modules: readonly string[]): string {
	const installed = installedIn(named);
	if (!installed) throw new Error(`PYTHON is "${named}", which is no Python ${oldest.join('.')} or later.`);
	const missing = modules.filter((module) => !installed.has(module));
	if (missing.length > 0) {
		throw new Error(
			`PYTHON is "${named}", which has no ${missing.join(', ')}. Install what ${requirementsFile} lists for it, or unset PYTHON to have .cache/python made.`,
		);
	}
	sayOthers(named, installed, modules);
	return named;
}

/** Says where a Python has other versions than the pinned ones: what listings print there may differ. */
function sayOthers(python: string, installed: ReadonlyMap<string, string>, modules: readonly string[]): void {
	const others = requirements
		.filter(({ module, version }) => modules.includes(module) && installed.get(module) !== version)
		.map(({ module, version }) => `${module} ${installed.get(module)} instead of ${version}`);
	if (others.length > 0) say(`${python} has ${others.join(', ')}: listings may print something else than on the page`);
}

/** Makes or renews the environment. Returns whether it is as pinned now; what went wrong has been printed. */
async function makeEnvironment(): Promise<boolean> {
	const base = candidates().find((python) => python !== ofEnvironment && installedIn(python));
	if (!base && !installedIn(ofEnvironment)) return false;
	say(`Installing what ${requirementsFile} pins into .cache/python (some minutes, more than a gigabyte)`);
	if (process.platform === 'linux' && !process.env.PIP_EXTRA_INDEX_URL) {
		console.log('PIP_EXTRA_INDEX_URL=https://download.pytorch.org/whl/cpu has PyTorch without its gigabytes of CUDA.');
	}
	if (!installedIn(ofEnvironment)) {
		const create = () => run(base ?? '', ['-m', 'venv', '--clear', environment]);
		if (!(await create())) {
			// Debian's Python comes without the module that makes environments.
			if (!canInstall || !(await install(['python3-venv'])) || !(await create())) return false;
		}
	}
	const quietly = ['--quiet', '--no-input', '--disable-pip-version-check'];
	await run(ofEnvironment, ['-m', 'pip', 'install', ...quietly, '-r', at(requirementsFile)]);
	return isAsPinned(ofEnvironment);
}

/** A Python that has the packages in whatever version, found or, on a Debian-like system as root, installed by apt. */
async function standIn(modules: readonly string[]): Promise<string> {
	const find = () => {
		for (const python of candidates()) {
			const installed = installedIn(python);
			if (installed && modules.every((module) => installed.has(module))) return { python, installed };
		}
		return undefined;
	};
	let found = find();
	if (!found && canInstall) {
		const names = ['python3', ...modules.map((module) => `python3-${module}`)];
		say(`The pinned packages cannot be had: installing ${names.join(', ')} with apt instead`);
		await install(names);
		found = find();
	}
	if (found) {
		sayOthers(found.python, found.installed, modules);
		return found.python;
	}
	throw new Error(
		[
			`Listings run on Python ${oldest.join('.')} or later${modules.length > 0 ? ` with ${modules.join(', ')}` : ''}, and none was found or could be made (see above). Do one of these, then try again:`,
			`  - install Python from https://www.python.org or by the package manager of your system (on Debian: python3 and python3-venv), and see that it reaches PyPI`,
			`  - set PYTHON to a Python that has what ${requirementsFile} lists`,
		].join('\n'),
	);
}
