/** `listings/<name>.run.json`: what a listing was when its recorded output was printed. */
import { z } from 'zod';
import { date } from './text.ts';

export const runRecord = z.strictObject({
	/** SHA-256 of the source file's bytes, in hex. */
	sourceHash: z.string().regex(/^[0-9a-f]{64}$/),
	/** Version of CPython: `3.11.2`. */
	python: z.string().min(1),
	/** Version of each imported package outside the standard library, by its import name. */
	packages: z.record(z.string(), z.string()),
	/** Day of the run. */
	date,
});
export type RunRecord = z.infer<typeof runRecord>;

/** Reads the text of a record; undefined when there is none, or it is not one. */
export function readRecord(text: string | undefined): RunRecord | undefined {
	try {
		return text === undefined ? undefined : runRecord.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}
