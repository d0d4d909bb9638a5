/**
 * The content's schemas for editors: completion and explanations while an author types. Zod says what is allowed, and the comments
 * in `src/concepts/schema` say what it means.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import * as breaks from '../concepts/schema/break.ts';
import * as categories from '../concepts/schema/category.ts';
import * as concept from '../concepts/schema/concept.ts';
import * as lookups from '../concepts/schema/lookup.ts';
import * as paths from '../concepts/schema/path.ts';
import * as planned from '../concepts/schema/planned.ts';
import * as plot from '../concepts/schema/plot.ts';
import * as prompts from '../concepts/schema/prompt.ts';
import * as questions from '../concepts/schema/question.ts';

interface Described {
	/** The module that declares the schema and its parts, and its file. */
	readonly module: Readonly<Record<string, unknown>>;
	readonly file: string;
	readonly schema: z.ZodType;
}

const described: Readonly<Record<string, Described>> = {
	frontmatter: { module: concept, file: 'concept', schema: concept.concept },
	questions: { module: questions, file: 'question', schema: questions.questions },
	prompts: { module: prompts, file: 'prompt', schema: prompts.prompts },
	breaks: { module: breaks, file: 'break', schema: breaks.breaks },
	plot: { module: plot, file: 'plot', schema: plot.plot },
	categories: { module: categories, file: 'category', schema: categories.categories },
	paths: { module: paths, file: 'path', schema: paths.paths },
	lookups: { module: lookups, file: 'lookup', schema: lookups.lookups },
	planned: { module: planned, file: 'planned', schema: planned.plannedList },
};

/** Parts whose id an author may leave out: `npm run check -- --record` writes it. */
const named: ReadonlySet<unknown> = new Set([questions.criterion, questions.followUp, questions.lastFollowUp]);

/** JSON Schema by the name of its file under `content/schemas`. */
export function jsonSchemas(): ReadonlyMap<string, string> {
	return new Map(
		Object.entries(described).map(([name, one]) => [
			`${name}.json`,
			`${JSON.stringify(jsonSchemaOf(one), null, '\t')}\n`,
		]),
	);
}

function jsonSchemaOf({ module, file, schema }: Described) {
	const source = readFileSync(join(import.meta.dirname, `../concepts/schema/${file}.ts`), 'utf8');
	const names = new Map(Object.entries(module).map(([name, part]) => [part, name]));
	return z.toJSONSchema(schema, {
		target: 'draft-7',
		io: 'input',
		unrepresentable: 'any',
		override: ({ zodSchema, jsonSchema }) => {
			const comments = commentsOf(source, names.get(zodSchema) ?? '');
			for (const [field, value] of Object.entries(jsonSchema.properties ?? {})) {
				const comment = comments.get(field);
				if (comment && typeof value === 'object') value.description = comment;
			}
			if (named.has(zodSchema)) jsonSchema.required = jsonSchema.required?.filter((field) => field !== 'id') ?? [];
		},
	});
}

/** The comments on the fields of an exported object: a line above each. */
function commentsOf(source: string, name: string): ReadonlyMap<string, string> {
	const [, body = ''] = source.split(new RegExp(`^export const ${name} = `, 'm'));
	const [declaration = ''] = body.split(/^\}\)|^\t\}\)/m);
	const fields = declaration.matchAll(/^\t+\/\*\*\s*([\s\S]*?)\s*\*\/\n\t+(\w+)[,:]/gm);
	return new Map([...fields].map(([, comment = '', field = '']) => [field, comment.replace(/\s*\n\s*\*\s*/g, ' ')]));
}
