/** The files of a new figure: the small one of CONTRIBUTING, whole and at work, under the new name. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figureFiles, figuresFolder } from '../../concepts/figures.ts';

const project = join(import.meta.dirname, '../../..');
const tests = 'tests/unit/figures';
const example = 'collisions';

/** Source by path from the project's root: model, drawing, view, and the test of the model. */
export function figureScaffold(name: string): ReadonlyMap<string, string> {
	const read = (path: string) => readFileSync(join(project, path), 'utf8').replaceAll(`'${example}'`, `'${name}'`);
	return new Map([
		...figureFiles.map((file) => {
			const source = read(`${tests}/example/${example}/${file}`);
			return [
				`${figuresFolder}/${name}/${file}`,
				source.replaceAll('../../../../../src/figures/parts/', '../parts/'),
			] as const;
		}),
		...globSync('*.test.ts', { cwd: join(project, tests, 'example', example) }).map((file) => {
			const source = read(`${tests}/example/${example}/${file}`);
			return [
				`${tests}/${name}/${file}`,
				source.replaceAll("'./model.ts'", `'../../../../${figuresFolder}/${name}/model.ts'`),
			] as const;
		}),
	]);
}
