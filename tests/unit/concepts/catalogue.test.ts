/** Every check stands in the list that the content check goes through, and no two checks tell of one code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogue, checks } from '../../../src/concepts/catalogue.ts';
import { sharedKinds } from '../../../src/concepts/checks/shared.ts';
import { project } from '../../build/miniSite.ts';

const folder = join(project, 'src/concepts/checks');

it('has every check, once', () => {
	const modules = readdirSync(folder).filter((name) =>
		readFileSync(join(folder, name), 'utf8').includes('\nexport const check = '),
	);
	expect(new Set(checks).size).toBe(modules.length);
	expect(checks.length).toBe(modules.length);
});

it('tells each code by one check', () => {
	const codes = [sharedKinds, ...checks.map(({ kinds }) => kinds)].flatMap((kinds) => Object.keys(kinds));
	expect(Object.keys(catalogue).sort()).toEqual(codes.sort());
});
