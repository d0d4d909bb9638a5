/** Kinds of problem that several checks tell of. */
import { rename, type Wordings } from '../problems.ts';

export const sharedKinds = {
	'date-future': ({ field, date, today }: { field: string; date: string; today: string }) => ({
		found: `${field}: ${date}`,
		expected: `a date no later than today, ${today}`,
		mend: 'Write the day on which it was done.',
	}),
	'id-doubled': ({ id, kind, line }: { id: string; kind: string; line: number }) => ({
		found: `the ${kind} id ${id}, which stands on line ${line} already`,
		expected: kind === 'criterion' || kind === 'follow-up' ? 'each id once in a question' : 'each id once in a concept',
		mend: 'Give the newer of the two another id.',
	}),
	'diagram-class': ({ name, nearest }: { name: string; nearest: string | undefined }) => ({
		found: `the class ${name}`,
		expected: 'a class of the diagram vocabulary',
		mend: rename(nearest, 'Remove it, or use one of the vocabulary.'),
	}),
} satisfies Wordings;
