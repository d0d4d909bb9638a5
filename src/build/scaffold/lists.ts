/** Skeletons of a new concept's questions and prompts: the number, levels and formats that the check asks for, and nothing said yet. */
import { questionLevels as levels } from '../../concepts/interview.ts';
import type { Prompt } from '../../concepts/schema/prompt.ts';
import { BIG_PICTURE, CODE, INTUITION, QUESTIONS, RETRIEVAL } from '../../concepts/stageNumbers.ts';
import { anchorOf } from '../../concepts/stages.ts';
import { type QuestionSkeleton, type Track, trackRules, tracks } from '../../concepts/tracks.ts';

interface OwnSkeleton extends QuestionSkeleton {
	/** One of the five that every interviewer knows: fill these first. */
	readonly isUsual?: true;
}

/** The same nine on every track but for two of its own. */
function ownSkeletons(track: Track): readonly OwnSkeleton[] {
	const { mid, senior } = trackRules[track].scaffold.questions;
	return [
		{ level: 'junior', format: 'concept', minutes: 3, ask: 'what it is and why one needs it', isUsual: true },
		{ level: 'junior', format: 'concept', minutes: 4, ask: 'an example to work through by hand', isUsual: true },
		{ level: 'mid', format: 'coding', minutes: 15, ask: 'to write it from scratch', isUsual: true },
		{
			level: 'mid',
			format: 'concept',
			minutes: 5,
			ask: 'how it differs from its neighbor, and when to take which',
			isUsual: true,
		},
		{ ...mid, isUsual: true },
		{ level: 'senior', format: 'debugging', minutes: 8, ask: 'a symptom with numbers, of which to find the cause' },
		senior,
		{ level: 'staff', format: 'design', minutes: 20, ask: 'to design a system around it, with a budget in numbers' },
		{ level: 'staff', format: 'concept', minutes: 8, ask: 'to refute a claim that is nearly true' },
	];
}

/** `questions.yaml` of a new concept. */
export function questionSkeletons(track: Track): string {
	const [third, code] = [tracks[track].third.anchor, anchorOf(CODE)];
	const questions = ownSkeletons(track).map(({ level, format, minutes, ask, isUsual }, index) => {
		const rank = levels.indexOf(level);
		// What lies below is taken for granted, what lies above sets the best apart; at the ends of the scale one of the two is missing.
		const [below, above] = [levels[Math.max(0, rank - 1)], levels[Math.min(levels.length - 1, rank + 1)]];
		const asksBack = format === 'coding' || format === 'design';
		return `- id: todo-question-${index + 1} # TODO name what it asks; permanent
  revision: 1
  level: ${level}
  format: ${format}${format === 'coding' ? '\n  task: { title: TODO three words for it, pattern: update rule } # how its task is listed' : ''}
  minutes: ${minutes}${isUsual ? '\n  # one of the five that are asked most: fill these first' : ''}
  ask: |
    TODO ask ${ask}, as an interviewer would say it.
  intent: TODO what the interviewer really wants to know.
${asksBack ? '  clarifications:\n    - { ask: TODO what a careful candidate asks back, answer: TODO the answer. }\n' : ''}  hints:
    - TODO the gentlest.
    - TODO the plainest.
  rubric:
    - { id: states-it, see: ${anchorOf(BIG_PICTURE)}, expectedFrom: ${below}, dimension: correctness, essential: ${level === 'junior'}, text: TODO one statement that an answer makes or not. }
    - { id: decides-it, see: ${format === 'coding' ? code : third}, expectedFrom: ${level}, dimension: depth, essential: true, text: TODO the statement without which the answer fails. }
    - { see: ${anchorOf(INTUITION)}, expectedFrom: ${level}, dimension: communication, essential: false, text: TODO what makes it clear to a listener. }
    - { see: ${code}, expectedFrom: ${above === level ? below : above}, dimension: verification, essential: false, text: TODO how one would make sure. }
  answer: |
    TODO what a strong candidate says in two minutes.
  mistakes:
    - { mistake: TODO what is often said instead, correction: TODO why it does not hold. }
  redFlags:
    - TODO what ends the interview.
  followUps:
    - askWhen: { ${index % 2 ? 'missed' : 'met'}: decides-it }
      ask: TODO the next question.
      rubric:
        - { expectedFrom: ${above}, dimension: problem-solving, essential: true, text: TODO what the answer has to say. }
      answer: TODO the answer.
  prompts: [todo-prompt-${index + 1}]
`;
	});
	return `# yaml-language-server: $schema=../../schemas/questions.json
# Stage ${QUESTIONS}: nine to twelve questions, from junior to staff, one to four of each level.

${questions.join('\n')}`;
}

/** `prompts.yaml` of a new concept. */
export function promptSkeletons(track: Track): string {
	const third = tracks[track].third.anchor;
	const [first, second] = trackRules[track].scaffold.prompts;
	const plans: readonly (readonly [see: string, kind: Prompt['kind'], ask: string])[] = [
		[anchorOf(BIG_PICTURE), 'recall', 'the problem that it solves'],
		[anchorOf(BIG_PICTURE), 'explain', 'what it replaced'],
		[anchorOf(INTUITION), 'recall', 'the picture to keep in mind'],
		[anchorOf(INTUITION), 'explain', 'what it is confused with'],
		[third, 'recall', first],
		[third, 'recall', second],
		[third, 'explain', 'why it holds'],
		[third, 'apply', 'a small number to compute in the head'],
		[anchorOf(CODE), 'recall', 'the line that matters'],
		[anchorOf(CODE), 'predict-output', 'what a break prints'],
	];
	const prompts = plans.map(
		([see, kind, ask], index) => `- id: todo-prompt-${index + 1} # TODO name the idea; permanent
  revision: 1
  see: ${see}
  kind: ${kind}
  ask: TODO ask for ${ask}.
  answer: TODO the answer, in a sentence.
`,
	);
	return `# yaml-language-server: $schema=../../schemas/prompts.json
# Stage ${RETRIEVAL}: ten or more prompts, each one idea, about half of them recall.

${prompts.join('\n')}`;
}
