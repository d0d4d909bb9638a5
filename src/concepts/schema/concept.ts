/** The frontmatter of a concept's `index.mdx`. */
import { z } from 'zod';
import { date, id, text } from './text.ts';

/** How much a concept presupposes; shown as three bars and a word. */
export const conceptLevel = z.enum(['foundation', 'core', 'advanced']);

/** A word that the interviewer listens for. */
export const term = z.strictObject({
	/** As it is looked up: `learning rate`. Inflections are found by themselves. */
	term: z.string().min(1),
	/** Other words for it: an abbreviation, an irregular form. */
	also: z.array(z.string().min(1)).default([]),
	/** What it means, in a sentence or two. */
	gloss: text,
});

/** One symbol of the page: what it means, and how it is written in code and said aloud. */
export const symbol = z
	.strictObject({
		/** LaTeX without dollar signs, exactly as it stands in the formulas. */
		latex: z.string().min(1),
		/** Other forms of the same symbol in formulas, linked but not listed: an entry `M_{ij}`, the next step `\theta_{t+1}`. */
		also: z.array(z.string().min(1)).default([]),
		meaning: text,
		/** Shape of a tensor, Markdown with math: `$n \times d_k$`. */
		shape: text.optional(),
		/** For a scalar: the set or range it is taken from. */
		domain: text.optional(),
		/** Its sizes by the page's dimensions, for readers who set their own: `[n, d/h]`. */
		dims: z.array(z.string().min(1)).default([]),
		/** Its name in the listings; several are separated by commas. */
		code: z.string().min(1).optional(),
		/** How a candidate says it: "d sub k". */
		aloud: z.string().min(1),
	})
	.refine((value) => (value.shape === undefined) !== (value.domain === undefined), {
		error: 'expected exactly one of shape and domain',
	});
export type Symbol = z.infer<typeof symbol>;

/** A size that the reader can set: the letter of code, diagrams and `dims`, what it is called, and what the page itself uses. */
export const dimension = z.strictObject({
	id: z.string().regex(/^[a-zA-Z]\w*$/, 'expected a name as in code, such as n'),
	/** A plural where it counts something: tokens, heads. */
	name: z.string().min(1),
	size: z.number().int().min(1),
	most: z.number().int().min(1),
	/** Id of another one that has to divide it: heads share the width. */
	dividedBy: z.string().min(1).optional(),
});
export type Dimension = z.infer<typeof dimension>;

/** A source that the page cites, by `<Cite id="…" />` in MDX and `[@id]` in YAML text. */
export const reference = z.strictObject({
	id,
	title: z.string().min(1),
	authors: z.string().min(1),
	year: z.number().int().min(1600).max(2100),
	url: z.url({ protocol: /^https$/, error: 'expected an https:// address' }),
	kind: z.enum(['paper', 'docs', 'book', 'post']),
});
export type Reference = z.infer<typeof reference>;

export const concept = z.strictObject({
	/** In the making: shown by `npm run dev` alone, and passed by in checks, tests and builds. Leave it out to publish. */
	draft: z.boolean().default(false),
	/** A trailing parenthesis is set small and muted: "Gradient Descent (SGD, Momentum, Adam)". */
	title: z.string().min(1),
	/** One sentence, shown in the catalog. */
	description: z.string().min(1).max(160),
	/** Id of the category that lists this slug in `categories.yaml`. */
	category: id,
	level: conceptLevel,
	/** Date of first publication. */
	published: date,
	/** Date on which the content was last checked from end to end. */
	checked: date,
	/** What changed for a reader, newest first. */
	changes: z.array(z.strictObject({ date, what: text })).default([]),
	/** What you would say in 30 seconds: 40 to 75 words, three sentences, one a line. */
	oneBreath: text,
	/** Slugs that come before. Acyclic over the whole site. */
	prerequisites: z.array(id).default([]),
	related: z.array(id).default([]),
	/** Other words that a reader may search for. */
	aliases: z.array(z.string().min(1)).default([]),
	/** Ten to fifteen words that an interviewer listens for, the most wanted first. Each is marked where the text first says it. */
	terms: z.array(term).default([]),
	notation: z.array(symbol).default([]),
	/** Sizes that readers can set once for the page's shapes, and under which assumption. */
	dimensions: z.strictObject({ note: text, sizes: z.array(dimension).min(1) }).optional(),
	references: z.array(reference).default([]),
	/** Slugs under which the page was published before; each redirects here. */
	formerSlugs: z.array(id).default([]),
});
export type Concept = z.infer<typeof concept>;
