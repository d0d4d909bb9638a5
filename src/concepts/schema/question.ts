/** `questions.yaml`: stage 5. A question, its rubric, and the follow-ups that depend on the answer. */
import { z } from 'zod';
import { dimensions, formats, patterns, questionLevels } from '../interview.ts';
import { id, text } from './text.ts';

/** One checkable thing that an answer does or does not do. */
export const criterion = z.strictObject({
	id,
	text,
	/** The level from which an interviewer expects it unasked. */
	expectedFrom: z.enum(questionLevels),
	dimension: z.enum(dimensions),
	/** Without it the answer fails; such a criterion names a checkable statement. */
	essential: z.boolean(),
	/** Anchor on this page that teaches it, without `#`. */
	see: z.string().min(1).optional(),
});
export type Criterion = z.infer<typeof criterion>;

/** When a follow-up is asked: always, or by what the answer met or missed. */
export const askWhen = z.union(
	[z.literal('always'), z.strictObject({ met: id }), z.strictObject({ missed: id })],
	'expected always, { met: criterion } or { missed: criterion }',
);
export type AskWhen = z.infer<typeof askWhen>;

const followUpBase = {
	id,
	askWhen,
	ask: text,
	rubric: z.array(criterion).min(1),
	answer: text,
};
/** A follow-up to a follow-up: the last one. */
export const lastFollowUp = z.strictObject(followUpBase);
export const followUp = z.strictObject({
	...followUpBase,
	followUps: z.array(lastFollowUp).default([]),
});
export type FollowUp = z.infer<typeof followUp>;

export const question = z.strictObject({
	/** Permanent: part of `#q-<id>` and of a reader's history. */
	id,
	/** Raised when the meaning changes, so that a reader's history is not carried over. */
	revision: z.number().int().min(1),
	level: z.enum(questionLevels),
	format: z.enum(formats),
	/** Of a coding question: how its task is called where tasks are listed, and the pattern of its solution. Required there. */
	task: z.strictObject({ title: z.string().min(3).max(60), pattern: z.enum(patterns) }).optional(),
	minutes: z.number().int().min(1).max(60),
	ask: text,
	/** What the interviewer really wants to know. */
	intent: text,
	/** Answers to questions that a careful candidate asks back. Required for coding and design. */
	clarifications: z.array(z.strictObject({ ask: text, answer: text })).default([]),
	/** From the gentlest to the plainest. */
	hints: z.array(text).default([]),
	rubric: z.array(criterion).min(4),
	/** What a strong candidate would say in two minutes. */
	answer: text,
	mistakes: z.array(z.strictObject({ mistake: text, correction: text })).min(1),
	redFlags: z.array(text).min(1),
	followUps: z.array(followUp).min(1),
	/** Ids of this concept's prompts that train it. */
	prompts: z.array(id).default([]),
	/** Ids of this concept's references. */
	sources: z.array(id).default([]),
});
export type Question = z.infer<typeof question>;

export const questions = z.array(question);
