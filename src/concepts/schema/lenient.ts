/**
 * What a page in the making is read with: the same fields, but whatever is missing or not what it should be has a stand-in, so that
 * `npm run dev` shows what is there. The content check, which reads with the schema itself, says what is left to do.
 */
import { z } from 'zod';

/** Stands where a text is missing. */
const TEXT = '…';

/** A schema that takes anything, and gives what the schema would give. */
export function lenient<Strict extends z.ZodType>(schema: Strict): z.ZodType<z.output<Strict>> {
	return lenientOf(schema) as unknown as z.ZodType<z.output<Strict>>;
}

function lenientOf(schema: z.core.$ZodType): z.ZodType {
	if (schema instanceof z.ZodDefault) return lenientOf(schema.unwrap()).default(schema.def.defaultValue);
	if (schema instanceof z.ZodOptional) return lenientOf(schema.unwrap()).optional();
	if (schema instanceof z.ZodArray) {
		const list = z.array(lenientOf(schema.element));
		return z.preprocess((value) => (Array.isArray(value) ? value : []), list);
	}
	if (schema instanceof z.ZodObject) {
		const fields = Object.entries(schema.shape).map(([name, field]) => [name, lenientOf(field as z.core.$ZodType)]);
		const mapping = z.object(Object.fromEntries(fields));
		return z.preprocess((value) => (typeof value === 'object' && value !== null ? value : {}), mapping);
	}
	return (schema as z.ZodType).catch(standInFor(schema));
}

function standInFor(schema: z.core.$ZodType): unknown {
	if (schema instanceof z.ZodEnum) return schema.options[0];
	if (schema instanceof z.ZodNumber) return 1;
	if (schema instanceof z.ZodBoolean) return false;
	if (schema instanceof z.ZodUnion) return standInFor(schema.options[0] as z.core.$ZodType);
	if (schema instanceof z.ZodLiteral) return schema.value;
	// Dates are read before they are checked.
	if (schema instanceof z.ZodPipe) return new Date().toISOString().slice(0, 10);
	return TEXT;
}
