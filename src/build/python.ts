/**
 * Finds a Python that has the packages listings import, or installs them: with apt on a Debian-like system as root, elsewhere into
 * a virtual environment of the project.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { at, run, say } from './bootstrap/project.mjs';

/** Import name of a package → its name in Debian. */
const debianNames: Readonly<Record<string, string>> = {
	numpy: 'python3-numpy',
	torch: 'python3-torch',
	sklearn: 'python3-sklearn',
	nbclient: 'python3-nbclient',
	ipykernel: 'python3-ipykernel',
};
const requirements = 'src/listings/requirements.txt';
const oldest = [3, 11] as const;

const onWindows = process.platform === 'win32';
const environment = at('.cache', 'python');
const ofEnvironment = join(environment, ...(onWindows ? ['Scripts', 'python.exe'] : ['bin', 'python3']));

const probe = `
import importlib.util, json, sys
print(json.dumps([sys.version_info[:2], [name for name in sys.argv[1:] if not importlib.util.find_spec(name)]]))
`;

/** What listings may import. A Python that has all of it is taken first, so that records do not mix several. */
const whole = ['numpy', 'torch', 'sklearn'];

/** What a Python lacks of the packages; undefined for a program that does not start or is too old. */
function missingFrom(python: string, packages: readonly string[]): string[] | undefined {
	try {
		const printed = execFileSync(python, ['-c', probe, ...packages], {
			encoding: 'utf8',
			timeout: 30_000,
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		const [version, missing] = JSON.parse(printed);
		return version[0] === oldest[0] && version[1] >= oldest[1] ? missing : undefined;
	} catch {
		return undefined; // A shim without a Python behind it, or the stand-in of some systems that leads to a shop.
	}
}

/** Every program that may be a Python: of the PATH, of the system behind it, of the project's own environment. */
function candidates(): string[] {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	const names = onWindows ? ['python.exe', 'python3.exe'] : ['python3', 'python'];
	const paths = folders.flatMap((folder) => names.map((name) => join(folder, name)));
	return [...new Set([...paths, '/usr/bin/python3', ofEnvironment])].filter((path) => existsSync(path));
}

/**
 * A Python 3.11 or later with these packages: the one of `PYTHON`, the first of the PATH or the system that has them all, or one
 * for which they are installed now.
 *
 * @param packages Import names.
 * @throws Error with what the author can do.
 */
export async function pythonWith(packages: readonly string[]): Promise<string> {
	const named = process.env.PYTHON;
	if (named) {
		const missing = missingFrom(named, packages);
		if (missing?.length === 0) return named;
		throw new Error(
			missing
				? `PYTHON is "${named}", which has no ${missing.join(', ')}. Install what ${requirements} lists for it, or unset PYTHON to have another one found.`
				: `PYTHON is "${named}", which is no Python ${oldest.join('.')} or later.`,
		);
	}
	const having = (names: readonly string[]) => candidates().find((python) => missingFrom(python, names)?.length === 0);
	return having([...packages, ...whole]) ?? having(packages) ?? (await install(packages));
}

async function install(packages: readonly string[]): Promise<string> {
	if (existsSync('/etc/debian_version')) {
		const system = '/usr/bin/python3';
		const missing = missingFrom(system, packages) ?? packages;
		const names = [
			...(existsSync(system) ? [] : ['python3']),
			...missing.map((name) => debianNames[name] ?? `python3-${name}`),
		];
		if (process.getuid?.() !== 0) {
			throw new Error(
				[
					`No Python here has ${packages.join(', ') || `version ${oldest.join('.')}`}. Do one of these, then try again:`,
					`  - sudo apt-get install ${names.join(' ')}`,
					`  - python3 -m venv .cache/python && .cache/python/bin/pip install -r ${requirements}`,
					'  - set PYTHON to a Python that has them',
				].join('\n'),
			);
		}
		const size = missing.includes('torch') ? ' (with PyTorch, some hundred megabytes)' : '';
		say(`Installing ${names.join(', ')} with apt${size}: the checks run every listing, and listings import them`);
		const quietly = { DEBIAN_FRONTEND: 'noninteractive' };
		await run('apt-get', ['update', '-qq'], quietly);
		await run('apt-get', ['install', '-qq', '--no-install-recommends', ...names], quietly);
		if (missingFrom(system, packages)?.length === 0) return system;
		throw new Error(
			`apt-get could not install ${names.join(', ')} for ${system} (${oldest.join('.')} or later): see its message above, or set PYTHON to a Python that has them.`,
		);
	}
	const base = candidates().find((python) => missingFrom(python, []));
	if (!base) {
		throw new Error(
			`Listings are run on Python ${oldest.join('.')} or later, and none was found. Install it from https://www.python.org or by the package manager of your system, or set PYTHON.`,
		);
	}
	say(`Installing ${requirements} into .cache/python (some hundred megabytes)`);
	const done =
		(await run(base, ['-m', 'venv', environment])) &&
		(await run(ofEnvironment, ['-m', 'pip', 'install', '--quiet', '-r', at(requirements)]));
	if (done && missingFrom(ofEnvironment, packages)?.length === 0) return ofEnvironment;
	throw new Error(
		`The packages of ${requirements} could not be installed into .cache/python: see the message above. Set PYTHON to a Python that has ${packages.join(', ')}.`,
	);
}
