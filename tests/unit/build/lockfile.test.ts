import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completed, missingOptionals, platformOf, unverified, verified } from '../../../src/build/lockfile.ts';

const committed = JSON.parse(readFileSync('package-lock.json', 'utf8'));

describe('package-lock.json', () => {
	it('holds every optional package, so that npm ci accepts it on every system (mend it with npm run lock)', () => {
		expect(missingOptionals(committed)).toEqual([]);
	});

	it('holds every package to a hash (mend it with npm run lock)', () => {
		expect(unverified(committed)).toEqual([]);
	});
});

describe('completed', () => {
	it('adds what a parent asks for, in its place', () => {
		const packages = {
			'': {},
			'node_modules/a': { version: '1.0.0' },
			'node_modules/tool': {
				version: '2.0.0',
				dev: true,
				license: 'MIT',
				optionalDependencies: { '@tool/linux-x64-musl': '2.0.0' },
			},
		};
		expect(Object.entries(completed({ packages }).packages)).toEqual([
			['', {}],
			[
				'node_modules/@tool/linux-x64-musl',
				{ version: '2.0.0', cpu: ['x64'], dev: true, libc: ['musl'], license: 'MIT', optional: true, os: ['linux'] },
			],
			['node_modules/a', packages['node_modules/a']],
			['node_modules/tool', packages['node_modules/tool']],
		]);
	});
});

describe('verified', () => {
	const lockfile = { packages: { '': {}, 'node_modules/a': { version: '1.0.0', license: 'MIT' } } };

	it('asks for the hashes that are missing', async () => {
		const { packages } = await verified(lockfile, async (name, version) => `sha512-${name}${version}`);
		expect(packages['node_modules/a']).toEqual({ version: '1.0.0', integrity: 'sha512-a1.0.0', license: 'MIT' });
	});

	it.each(['', 'sha1-abc'])('refuses "%s" for one, and names the package', async (answer) => {
		await expect(verified(lockfile, async () => answer)).rejects.toThrow('no sha512 of a@1.0.0');
	});
});

describe('platformOf', () => {
	it.each([
		['@pagefind/windows-arm64', { cpu: ['arm64'], os: ['win32'] }],
		['@astrojs/compiler-binding-linux-x64-gnu', { cpu: ['x64'], libc: ['glibc'], os: ['linux'] }],
		['@astrojs/compiler-binding-wasm32-wasi', { cpu: ['wasm32'] }],
	])('reads %s', (name, platform) => {
		expect(platformOf(name)).toEqual(platform);
	});

	it('refuses a name that tells nothing', () => {
		expect(() => platformOf('fsevents')).toThrow('fsevents does not tell its platform by its name');
	});
});
