/**
 * `npm run lock`: completes package-lock.json after packages were added or updated.
 *
 * npm silently leaves an optional package out of the lockfile when the registry in use cannot describe it (a mirror that lacks
 * the builds for other systems), and `npm ci` then refuses that lockfile everywhere. This adds the entries that are missing:
 * the version its parent asks for, and the systems that its name tells, so that npm skips it wherever it does not apply. What an entry
 * lacks of its hash is asked of the registry: without one, `npm ci` installs whatever it is sent.
 */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

interface LockedPackage {
	version?: string;
	integrity?: string;
	cpu?: string[];
	os?: string[];
	libc?: string[];
	dev?: boolean;
	license?: string;
	optional?: boolean;
	optionalDependencies?: Record<string, string>;
}

interface Lockfile {
	packages: Record<string, LockedPackage>;
}

const systems: Record<string, string> = {
	aix: 'aix',
	android: 'android',
	darwin: 'darwin',
	freebsd: 'freebsd',
	linux: 'linux',
	netbsd: 'netbsd',
	openbsd: 'openbsd',
	openharmony: 'openharmony',
	sunos: 'sunos',
	win32: 'win32',
	windows: 'win32',
};
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** The optional packages that an entry names and the lockfile does not hold, as `node_modules/…` keys with what asks for them. */
export function missingOptionals(lockfile: Lockfile): { name: string; version: string; parent: string }[] {
	const held = new Set(Object.keys(lockfile.packages).map((key) => key.replace(/^.*node_modules\//, '')));
	return Object.entries(lockfile.packages).flatMap(([parent, { optionalDependencies = {} }]) =>
		Object.entries(optionalDependencies)
			.filter(([name]) => !held.has(name))
			.map(([name, version]) => ({ name, version, parent })),
	);
}

/** What npm needs to know to skip a platform package elsewhere, read off its name: `@biomejs/cli-linux-x64-musl`. */
export function platformOf(name: string): Pick<LockedPackage, 'cpu' | 'os' | 'libc'> {
	const words = name.replace(/^.*\//, '').split('-');
	const os = words.map((word) => systems[word]).find(Boolean);
	const cpu = words.find((word) => processors.includes(word));
	if (!cpu) throw new Error(`${name} does not tell its platform by its name; add its lockfile entry by hand`);
	const libc = words.includes('musl') ? 'musl' : os === 'linux' && words.includes('gnu') ? 'glibc' : undefined;
	return { cpu: [cpu], ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}

/** The lockfile with an entry for every optional package, keys in npm's order. */
export function completed(lockfile: Lockfile): Lockfile {
	const added = missingOptionals(lockfile).map(({ name, version, parent }) => {
		const { dev, license } = lockfile.packages[parent] ?? {};
		const { cpu, os, libc } = platformOf(name);
		const entry = { version, cpu, ...(dev && { dev }), libc, license, optional: true, os };
		return [`node_modules/${name}`, JSON.parse(JSON.stringify(entry)) as LockedPackage] as const;
	});
	const packages = [...Object.entries(lockfile.packages), ...added].sort(([a], [b]) => a.localeCompare(b, 'en'));
	return { ...lockfile, packages: Object.fromEntries(packages) };
}

/** Keys of the entries that `npm ci` could not hold to a hash; the first entry is the project itself. */
export function unverified({ packages }: Lockfile): string[] {
	return Object.keys(packages).filter((key) => key !== '' && !packages[key]?.integrity);
}

/**
 * The lockfile with a hash in every entry.
 *
 * @param ask Asks the registry for the hash of a package: `@biomejs/cli-win32-x64`, `2.6.8`.
 * @throws Error naming all packages of which it does not say one.
 */
export async function verified(
	lockfile: Lockfile,
	ask: (name: string, version: string) => Promise<string>,
): Promise<Lockfile> {
	const keys = unverified(lockfile);
	const packages = { ...lockfile.packages };
	const unknown: string[] = [];
	for (const key of keys) {
		const { version = '', ...rest } = packages[key] ?? {};
		const name = key.replace(/^.*node_modules\//, '');
		const integrity = await ask(name, version).catch(() => '');
		if (/^sha512-/.test(integrity)) packages[key] = { version, integrity, ...rest };
		else unknown.push(`${name}@${version}`);
	}
	if (unknown.length > 0) {
		throw new Error(`The registry tells no sha512 of ${unknown.join(', ')}. Check the connection, then try again.`);
	}
	return { ...lockfile, packages };
}

async function askRegistry(name: string, version: string): Promise<string> {
	const { stdout } = await promisify(execFile)('npm', ['view', `${name}@${version}`, 'dist.integrity'], {
		shell: process.platform === 'win32',
	});
	return stdout.trim();
}

if (process.argv[1] === import.meta.filename) {
	const file = new URL('../../package-lock.json', import.meta.url);
	const lockfile = JSON.parse(readFileSync(file, 'utf8')) as Lockfile;
	const missing = missingOptionals(lockfile);
	const whole = completed(lockfile);
	const hashes = unverified(whole).length;
	writeFileSync(file, `${JSON.stringify(await verified(whole, askRegistry), null, 2)}\n`);
	if (missing.length > 0) console.log(`Added ${missing.length}: ${missing.map(({ name }) => name).join(', ')}`);
	console.log(hashes > 0 ? `Asked for ${hashes} hashes.` : 'Complete.');
}
