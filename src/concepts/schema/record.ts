/** `listings/<name>.run.json`: what a listing was when its recorded output was printed. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { date, id } from './text.ts';

export const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const runRecord = z.strictObject({
	/** SHA-256 of the source, in hex. */
	sourceHash: hash,
	/** Version of CPython: `3.11.2`. */
	python: z.string().min(1),
	/** Version of each imported package outside the standard library, by its import name. */
	packages: z.record(z.string(), z.string()),
	/** Version of the pages' Python that printed the same, with each break too; of a listing that needs no package. */
	page: z.string().min(1).optional(),
	/** SHA-256 of the source with a break applied, by the break's id. */
	breaks: z.record(id, hash).optional(),
	/** Day of the run. */
	date,
});
export type RunRecord = z.infer<typeof runRecord>;

/** SHA-256 of a source, in hex. Its lines end as in the repository, whatever a clone on Windows made of them. */
export function sourceHash(source: string | Buffer): string {
	return createHash('sha256').update(withLineFeeds(source.toString())).digest('hex');
}

/** A text with the line ends that the repository has. */
export function withLineFeeds(text: string): string {
	return text.replaceAll('\r\n', '\n');
}

/** Reads the text of a record; undefined when there is none, or it is not one. */
export function readRecord(text: string | undefined): RunRecord | undefined {
	try {
		return text === undefined ? undefined : runRecord.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}
