/** Every field against its schema: the schema's own issues, told with lines and with the name that was probably meant. */
import type { z } from 'zod';
import { count } from '../../ground/words.ts';
import { nearest } from '../nearest.ts';
import { withPartIds } from '../partIds.ts';
import { anyOf, type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import type { YamlEntry } from '../reading/yaml.ts';
import { breaks } from '../schema/break.ts';
import { concept } from '../schema/concept.ts';
import { fieldsAt } from '../schema/fields.ts';
import { lookups } from '../schema/lookup.ts';
import { prompts } from '../schema/prompt.ts';
import { questions } from '../schema/question.ts';
import { mistakes } from '../schema/task.ts';
import type { Check, OwnCheck } from './check.ts';

const kinds = {
	'field-unknown': (told: { field: string; nearest: string | undefined; known: string[]; isCut: boolean }) => ({
		found: `the field ${told.field}`,
		expected: anyOf(told.known),
		mend: told.isCut
			? 'Put the text before it in single quotes: between braces, a comma ends a text.'
			: rename(told.nearest, 'Remove it.'),
	}),
	'field-missing': ({ field, expectation }: { field: string; expectation: string }) => ({
		found: `no ${field}`,
		expected: expectation,
		mend: `Add ${field}.`,
	}),
	'field-wrong': ({
		field,
		value,
		expectation,
		nearest,
	}: {
		field: string;
		value: string;
		expectation: string;
		nearest: string | undefined;
	}) => ({
		found: `${field}: ${value}`,
		expected: expectation,
		mend: rename(nearest, `Correct ${field}.`),
	}),
	'list-short': ({ field, entries, least }: { field: string; entries: number; least: number }) => ({
		found: `${field} with ${count(entries, 'entry', 'entries')}`,
		expected: `${least} or more`,
		mend: `Add to ${field}.`,
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

type Issue = z.core.$ZodIssue;

const checkSchemas: OwnCheck = function* (source) {
	yield* checkSchema(concept, source.frontmatter);
	yield* checkSchema(questions, source.questions, withPartIds(source.questions?.value));
	yield* checkSchema(prompts, source.prompts);
	yield* checkSchema(lookups, source.lookups);
	for (const entries of source.breaks.values()) yield* checkSchema(breaks, entries);
	for (const entries of source.mistakes.values()) yield* checkSchema(mistakes, entries);
};

/**
 * Problems of a YAML value with its schema.
 *
 * @param data the value, where it is completed before it is read
 */
export function* checkSchema(schema: z.ZodType, value: YamlEntry | undefined, data = value?.value): Generator<Problem> {
	if (!value) return;
	for (const issue of schema.safeParse(data).error?.issues ?? []) {
		const entry = issue.path.reduce((parent: YamlEntry, step) => parent.get(step), value);
		const field = nameOf(issue.path);
		if (issue.code === 'unrecognized_keys') {
			const known = fieldsAt(schema, issue.path);
			for (const key of issue.keys) {
				const place = entry.placeOfKey(key);
				const isCut = !entry.get(key).exists && /\s/.test(key);
				yield problem('field-unknown', place, { field: key, nearest: nearest(key, known), known, isCut });
			}
		} else if (issue.code === 'too_small' && issue.origin === 'array') {
			yield problem('list-short', entry.place, { field, entries: entry.items.length, least: Number(issue.minimum) });
		} else if (!entry.exists || entry.text?.trim() === '') {
			yield problem('field-missing', entry.place, { field, expectation: expectationOf(issue) });
		} else {
			const choices = issue.code === 'invalid_value' ? issue.values.map(String) : [];
			yield problem('field-wrong', entry.place, {
				field,
				value: excerptOf(entry.value),
				expectation: expectationOf(issue),
				nearest: nearest(String(entry.value), choices),
			});
		}
	}
}

/** The last name on a path: `rubric` for a rubric, `hints item 2` for the second of the hints. */
function nameOf(path: readonly PropertyKey[]): string {
	const last = path.at(-1);
	if (last === undefined) return 'the content';
	if (typeof last !== 'number') return String(last);
	return path.length > 1 ? `${nameOf(path.slice(0, -1))} item ${last + 1}` : `item ${last + 1}`;
}

const typeNames: Record<string, string> = {
	string: 'some text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'a mapping',
	record: 'a mapping',
};

/** What an issue says was expected, in an author's words. */
function expectationOf(issue: Issue): string {
	switch (issue.code) {
		case 'invalid_type':
			return typeNames[issue.expected] ?? issue.expected;
		case 'invalid_value':
			return anyOf(issue.values.map(String));
		case 'too_small':
			return issue.origin === 'string' ? 'some text' : `${issue.minimum} or more`;
		case 'too_big':
			if (issue.origin === 'array') return `at most ${issue.maximum} entries`;
			return issue.origin === 'string' ? `at most ${issue.maximum} characters` : `${issue.maximum} or less`;
		default:
			return issue.message.replace(/^expected /, '');
	}
}

/** A value, short enough for one line. */
function excerptOf(value: unknown): string {
	if (Array.isArray(value)) return `a list of ${value.length}`;
	if (typeof value === 'object' && value !== null) return `a mapping of ${Object.keys(value).join(', ')}`;
	const text = String(value).replace(/\s+/g, ' ').trim();
	if (typeof value === 'string' && /^[\d.]+$|^(true|false)$/.test(text)) return `the text '${text}'`;
	return text.length > 60 ? `${text.slice(0, 57)}… (${text.length} characters)` : text;
}

export const check = { kinds, own: [checkSchemas] } satisfies Check;
