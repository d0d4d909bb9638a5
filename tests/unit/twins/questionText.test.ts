import { expect, it } from 'vitest';
import type { Prompt } from '../../../src/concepts/schema/prompt.ts';
import type { Question } from '../../../src/concepts/schema/question.ts';
import { promptsText, questionText } from '../../../src/twins/questionText.ts';

const criterion = {
	id: 'memory',
	text: 'Says that memory is the limit.',
	expectedFrom: 'mid',
	dimension: 'depth',
	essential: true,
} as const;

const question: Question = {
	id: 'why',
	revision: 1,
	level: 'mid',
	format: 'design',
	minutes: 5,
	ask: 'Why?\n\n```python\nx\n```\n',
	intent: 'The limit.',
	clarifications: [{ ask: 'How long?', answer: 'Long.' }],
	hints: [],
	rubric: [criterion],
	answer: 'Because.',
	mistakes: [{ mistake: 'Time.', correction: 'Memory.' }],
	redFlags: ['Guesses.'],
	followUps: [
		{
			id: 'next',
			askWhen: { missed: 'memory' },
			ask: 'And then?',
			rubric: [{ ...criterion, essential: false }],
			answer: 'One.\n\nTwo.',
			followUps: [],
		},
	],
	prompts: [],
	sources: [],
};

it('writes a question with everything open', () => {
	expect(questionText(question, 3)).toMatchInlineSnapshot(`
		"### Question 3 (mid, design, 5 min)

		Why?

		\`\`\`python
		x
		\`\`\`

		**If you ask back**

		- How long? Long.

		**What they are really asking**

		The limit.

		**Rubric**

		- Says that memory is the limit. (from mid, depth, essential)

		**Model answer**

		Because.

		**Common mistakes**

		- Time. Memory.

		**Red flags**

		- Guesses.

		**Follow-ups**

		- And then? (Asked when you missed: Says that memory is the limit.)

		  One.

		  Two.

		  What counts:

		  - Says that memory is the limit. (from mid, depth)"
	`);
});

it('writes what is given of a task, what its tests hold it to, and a program that passes', () => {
	const task = { title: 'A double', pattern: 'update rule' } as const;
	const cases = [{ name: 'two', title: 'Two becomes four.', kind: 'example' as const, hidden: false, judges: [] }];
	const material = {
		file: 'why.py',
		starter: 'def f(x): ...\n',
		solution: 'def f(x): return 2 * x\n',
		tests: '',
		cases,
	};
	const text = questionText({ ...question, format: 'coding', task }, 1, material);
	expect(text).toContain('**Task: A double**\n\n```python\ndef f(x): ...\n```\n\nIt is tested:\n\n- Two becomes four.');
	expect(text).toContain('**A program that passes**\n\n```python\ndef f(x): return 2 * x\n```');
});

it('indents an answer by the width of its number', () => {
	const prompt = { ask: 'Ask', answer: 'Answer\n\nMore' } as Prompt;
	const list = promptsText(Array.from({ length: 10 }, () => prompt));
	expect(list).toContain('9. Ask\n\n   Answer\n\n   More');
	expect(list).toContain('10. Ask\n\n    Answer\n\n    More');
});
