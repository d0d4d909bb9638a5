/** Questions about the schemas themselves: which fields hold Markdown, and which names a place allows. */
import { z } from 'zod';
import type { YamlEntry } from '../reading/yaml.ts';
import { text } from './text.ts';

/** The schema without what makes it optional. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
	return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema;
}

/** The fields under a value that the schema declares as `text`: Markdown with math. */
export function* textEntriesOf(schema: z.core.$ZodType, value: YamlEntry): Generator<YamlEntry> {
	const type = bare(schema);
	if (type === text) {
		if (value.text !== undefined) yield value;
	} else if (type instanceof z.ZodArray) {
		for (const item of value.items) yield* textEntriesOf(type.element, item);
	} else if (type instanceof z.ZodObject) {
		for (const [name, field] of Object.entries(type.shape)) yield* textEntriesOf(field, value.get(name));
	}
}

/** The field names that the schema allows at a path; none where it is no mapping. */
export function fieldsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
	const type = bare(schema);
	const [step, ...rest] = path;
	if (type instanceof z.ZodObject) {
		if (step === undefined) return Object.keys(type.shape);
		const field: z.core.$ZodType | undefined = type.shape[String(step)];
		return field ? fieldsAt(field, rest) : [];
	}
	return type instanceof z.ZodArray && step !== undefined ? fieldsAt(type.element, rest) : [];
}
