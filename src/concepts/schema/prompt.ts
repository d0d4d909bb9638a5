/** `prompts.yaml`: stage 6. Short recall questions, the unit of spaced repetition. */
import { z } from 'zod';
import { id, text } from './text.ts';

export const prompt = z.strictObject({
	/** Permanent: a reader's schedule is kept under `<slug>/<id>`. */
	id,
	/** Raised when the meaning changes. */
	revision: z.number().int().min(1),
	/** The anchor on this page that answers it, without `#`; the stage follows from it. */
	see: z.string().min(1),
	kind: z.enum(['recall', 'explain', 'apply', 'predict-output']),
	ask: text,
	answer: text,
});
export type Prompt = z.infer<typeof prompt>;

export const prompts = z.array(prompt);
