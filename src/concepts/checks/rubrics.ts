/**
 * Rubrics that tell the levels apart. Two candidates are simulated by the judge that the drill has: one who meets all that is expected
 * below the question's level, and one who meets all that is expected at it.
 */
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { count } from '../../ground/words.ts';
import { withoutCitations } from '../citations.ts';
import { dimensions, type QuestionLevel, questionLevels } from '../interview.ts';
import { type Band, bands, judge, type Marked, rankOf } from '../judging.ts';
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import { parseMarkdown } from '../reading/markdown.ts';
import type { YamlEntry } from '../reading/yaml.ts';
import type { Check, OwnCheck } from './check.ts';

/** What can be kept in mind while listening. */
const SPOKEN_NUMBERS = 10;

const kinds = {
	'essential-level': ({ level }: { level: string }) => ({
		found: `no essential criterion that is expected from ${level}`,
		expected: "at least one at the question's own level, without which the answer fails",
		mend: `Set essential: true on the ${level} criterion that decides, or change the level.`,
	}),
	'essential-above': ({ level, from }: { level: string; from: string }) => ({
		found: `an essential criterion that is expected from ${from}`,
		expected: `essential criteria from ${level}, the level of the question, or below`,
		mend: `Set essential: false, lower expectedFrom, or make it a ${from} question.`,
	}),
	'rubric-lenient': ({ level, band }: { level: string; band: string }) => ({
		found: `a rubric by which a candidate below ${level} reaches ${band}`,
		expected: `less than hire for whoever meets only what is expected below ${level}`,
		mend: `Make the ${level} criterion that decides essential, or ask more of that level.`,
	}),
	'rubric-strict': ({ level, band }: { level: string; band: string }) => ({
		found: `a rubric by which a candidate who meets all that is expected of ${level} gets ${band}`,
		expected: 'hire or better',
		mend: `Expect of ${level} what decides the answer.`,
	}),
	'answer-numbers': ({ numbers, most }: { numbers: number; most: number }) => ({
		found: `a model answer with ${count(numbers, 'number')} to say`,
		expected: `at most ${most}, outside of code, tables and displays: what a listener can keep in mind`,
		mend: 'Leave out what decides nothing, or move the arithmetic into a display.',
		warning: true,
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const checkRubrics: OwnCheck = function* ({ questions }) {
	for (const question of questions?.items ?? []) {
		const level = questionLevels.find((one) => one === question.get('level').text);
		const rubric = criteriaOf(question);
		// What is no level or no criterion is told with the fields.
		if (level && rubric) yield* checkLevels(question, rubric, level);
		yield* checkNumbers(question.get('answer'));
	}
};

type Criterion = Omit<Marked, 'grade'> & { readonly entry: YamlEntry };

function criteriaOf(question: YamlEntry): readonly Criterion[] | undefined {
	const criteria = question.get('rubric').items.flatMap((entry): Criterion[] => {
		const dimension = dimensions.find((one) => one === entry.get('dimension').text);
		const expectedFrom = questionLevels.find((one) => one === entry.get('expectedFrom').text);
		const essential = entry.get('essential').value === true;
		return dimension && expectedFrom ? [{ dimension, expectedFrom, essential, entry }] : [];
	});
	return criteria.length > 0 && criteria.length === question.get('rubric').items.length ? criteria : undefined;
}

function* checkLevels(question: YamlEntry, rubric: readonly Criterion[], level: QuestionLevel): Generator<Problem> {
	const { place } = question.get('rubric');
	const essential = rubric.filter((criterion) => criterion.essential);
	for (const { expectedFrom, entry } of essential) {
		if (rankOf(expectedFrom) <= rankOf(level)) continue;
		yield problem('essential-above', entry.get('essential').place, { level, from: expectedFrom });
	}
	const hires = (band: Band): boolean => bands.indexOf(band) >= bands.indexOf('hire');
	const below = bandOf(rubric, level, rankOf(level) - 1);
	const isDecided = essential.some(({ expectedFrom }) => expectedFrom === level);
	if (hires(below)) yield problem('rubric-lenient', place, { level, band: below });
	else if (essential.length > 0 && !isDecided) yield problem('essential-level', place, { level });
	const at = bandOf(rubric, level, rankOf(level));
	if (!hires(at)) yield problem('rubric-strict', place, { level, band: at });
}

/** How a drill for the level judges a candidate who meets all that is expected up to a rank, and nothing above it. */
function bandOf(rubric: readonly Criterion[], level: QuestionLevel, upTo: number): Band {
	const criteria = rubric.map(
		({ entry: _, ...criterion }): Marked => ({
			...criterion,
			grade: rankOf(criterion.expectedFrom) <= upTo ? 'met' : 'missed',
		}),
	);
	return judge({ criteria, hints: 0, redFlags: 0 }, level).band;
}

function* checkNumbers(answer: YamlEntry): Generator<Problem> {
	const numbers = spokenNumbers(answer.text ?? '');
	if (numbers > SPOKEN_NUMBERS) yield problem('answer-numbers', answer.place, { numbers, most: SPOKEN_NUMBERS });
}

/** Numbers that are said: those of the text, and of formulas in it the ones that are no index or exponent. */
function spokenNumbers(markdown: string): number {
	let numbers = 0;
	visit(parseMarkdown(withoutCitations(markdown)), ['paragraph', 'heading'], (block) => {
		visit(block, (node) => {
			if (node.type === 'text') numbers += textOf(node).match(/(?<![\p{L}\p{N}_.])\d[\d,]*(?:\.\d+)?/gu)?.length ?? 0;
			if (node.type === 'inlineMath') numbers += node.value.match(/\d[\d,{}]*\.\d+|\d{2,}/g)?.length ?? 0;
		});
	});
	return numbers;
}

export const check = { kinds, own: [checkRubrics] } satisfies Check;
