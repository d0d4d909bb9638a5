/** Golden answers: what a fair interviewer would grade them, and how far a model agrees. */
import { parse } from 'yaml';
import * as z from 'zod/mini';
import type { Grade } from '../../concepts/judging.ts';
import type { ModelMark } from '../../drill/interviewer/marks.ts';
import type { Script } from '../../drill/interviewer/script.ts';

export const kinds = ['strong', 'weak', 'wrong', 'empty'] as const;
export type Kind = (typeof kinds)[number];

const quoted = z.union([z.strictObject({ met: z.string() }), z.strictObject({ partly: z.string() })]);
const answer = z.strictObject({ text: z.string(), grades: z.record(z.string(), quoted) });
const golden = z.array(
	z.strictObject({
		concept: z.string(),
		question: z.string(),
		strong: answer,
		weak: answer,
		/** Long, assured and wrong. */
		wrong: answer,
		empty: answer,
	}),
);
export type GoldenQuestion = z.infer<typeof golden>[number];

/** Reads the file of golden answers. Throws where it has not their form. */
export function readGolden(yaml: string): GoldenQuestion[] {
	return golden.parse(parse(yaml));
}

/** The fair grade of a criterion, and the passage that shows it; what is not listed is missed. */
export function fairMark({ grades }: GoldenQuestion[Kind], criterion: string): ModelMark {
	const said = grades[criterion];
	if (!said) return { grade: 'missed', quote: '' };
	return 'met' in said ? { grade: 'met', quote: said.met } : { grade: 'partly', quote: said.partly };
}

/** A criterion of one answer as the fair interviewer and as a model grade it. */
export interface Compared {
	readonly criterion: string;
	readonly fair: Grade;
	/** undefined when it left the criterion out, or could show nothing for its grade. */
	readonly model: Grade | undefined;
}

export function compare(
	{ rubric }: Script,
	answers: GoldenQuestion[Kind],
	marks: Readonly<Record<string, ModelMark>>,
): Compared[] {
	return rubric.map(({ id }) => {
		const mark = marks[id];
		return { criterion: id, fair: fairMark(answers, id).grade, model: mark?.doubt ? undefined : mark?.grade };
	});
}

export interface Agreement {
	readonly criteria: number;
	readonly agreed: number;
	/** Grades higher than the fair one, and lower. */
	readonly generous: number;
	readonly harsh: number;
	/** Grades that do not count, or are not there. */
	readonly none: number;
}

const order: readonly Grade[] = ['missed', 'partly', 'met'];

export function agreementOf(compared: readonly Compared[]): Agreement {
	const above = ({ fair, model }: Compared): number | undefined => model && order.indexOf(model) - order.indexOf(fair);
	const counted = compared.map(above);
	return {
		criteria: compared.length,
		agreed: counted.filter((by) => by === 0).length,
		generous: counted.filter((by) => by !== undefined && by > 0).length,
		harsh: counted.filter((by) => by !== undefined && by < 0).length,
		none: counted.filter((by) => by === undefined).length,
	};
}
