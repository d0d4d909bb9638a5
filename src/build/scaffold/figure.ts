/** The files of a new figure: the small one of CONTRIBUTING, whole and at work, under the new name. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figureFiles, figuresFolder } from '../../concepts/figures.ts';

const project = join(import.meta.dirname, '../../..');
const tests = 'tests/unit/figures';
const example = { name: 'collisions', component: 'Collisions' };

/** Source by path from the project's root: model, drawing, view, and the test of the model. */
export function figureScaffold(name: string): ReadonlyMap<string, string> {
	const component = name.replace(/(?:^|-)([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
	const read = (path: string) =>
		readFileSync(join(project, path), 'utf8')
			.replaceAll(`'${example.name}'`, `'${name}'`)
			.replaceAll(
				new RegExp(`\\b${example.component}\\b`, 'g'),
				/^\d/.test(component) ? `Figure${component}` : component,
			);
	return new Map([
		...figureFiles.map((file) => {
			const source = read(`${tests}/example/${example.name}/${file}`);
			return [
				`${figuresFolder}/${name}/${file}`,
				source.replaceAll('../../../../../src/figures/parts/', '../parts/'),
			] as const;
		}),
		...globSync('*.test.ts', { cwd: join(project, tests, 'example', example.name) }).map((file) => {
			const source = read(`${tests}/example/${example.name}/${file}`);
			return [
				`${tests}/${name}/${file}`,
				source.replaceAll("'./model.ts'", `'../../../../${figuresFolder}/${name}/model.ts'`),
			] as const;
		}),
	]);
}
