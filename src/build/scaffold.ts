/** The files of a new concept: whatever can be known beforehand is written, the rest is left for the check to ask for. */
import type { Track } from '../concepts/schema/category.ts';
import { writtenStagesOf } from '../concepts/stages.ts';

export interface NewConcept {
	readonly slug: string;
	readonly category: string;
	readonly track: Track;
	/** `2026-05-04`; becomes the dates of publication and of the last check. */
	readonly today: string;
}

/** Source by path inside the concept's folder. */
export function scaffold(concept: NewConcept): ReadonlyMap<string, string> {
	return new Map([
		['index.mdx', indexOf(concept)],
		['questions.yaml', questions],
		['prompts.yaml', prompts],
	]);
}

/** `kv-cache` as "Kv Cache": a start that the author corrects. */
function titleOf(slug: string): string {
	return slug.replace(/(^|-)([a-z0-9])/g, (_match, hyphen: string, letter: string) => {
		return `${hyphen ? ' ' : ''}${letter.toUpperCase()}`;
	});
}

function indexOf({ slug, category, track, today }: NewConcept): string {
	const stages = writtenStagesOf(track).map(({ title }) => `## ${title}\n`);
	return `---
draft: true # take this line out when everything is there
title: ${titleOf(slug)}
description: ''
category: ${category}
level: '' # foundation, core or advanced
published: ${today}
checked: ${today}
# Three sentences, one a line, 40 to 75 words together.
oneBreath: |
prerequisites: []
related: []
aliases: []
${track === 'ml' ? "# - { latex: 'd_k', meaning: width of a key, domain: integer, code: d_k, aloud: d sub k }\nnotation: []\n" : ''}# - { id: vaswani-2017, title: Attention Is All You Need, authors: 'Vaswani, …', year: 2017, url: 'https://…', kind: paper }
references: []
---

${stages.join('\n')}`;
}

const questions = `# Stage 5: nine to twelve questions, from junior to staff, one to four of each level. One looks like this:
#
# - id: decode-halves
#   revision: 1
#   level: senior
#   format: debugging
#   minutes: 6
#   ask: |
#     …
#   intent: …
#   clarifications: # for coding and design
#     - { ask: …, answer: … }
#   hints:
#     - …
#   rubric: # four or more, over two levels and two dimensions
#     - { id: memory-bound, see: the-math, expectedFrom: mid, dimension: correctness, essential: true, text: … }
#   answer: |
#     …
#   mistakes:
#     - { mistake: …, correction: … }
#   redFlags:
#     - …
#   followUps:
#     - id: why-batch-helps-less
#       askWhen: { met: memory-bound } # or { missed: … }, or always
#       ask: …
#       rubric:
#         - { id: cache-grows, expectedFrom: senior, dimension: depth, essential: true, text: … }
#       answer: …
#   prompts: []
#   sources: []
[]
`;

const prompts = `# Stage 6: ten or more prompts, each one idea, about half of them recall. One looks like this:
#
# - id: two-cached-tensors
#   revision: 1
#   see: the-math # the stage or section that answers it
#   kind: recall # or explain, apply, predict-output
#   ask: …
#   answer: …
[]
`;
