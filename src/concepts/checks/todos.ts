/** What `npm run new` leaves to the author: every place that still says TODO. */
import { count } from '../../ground/words.ts';
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import type { Check, OwnCheck } from './check.ts';

const kinds = {
	'to-do': ({ todos, last }: { todos: number; last: number | undefined }) => ({
		found: last === undefined ? count(todos, 'TODO') : `${todos} TODOs from here to line ${last}`,
		expected: 'your own words in the place of each, or nothing',
		mend: 'Replace it with the words around it, or take it out.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

/** Written by hand, so a TODO in it is somebody's. */
const byHand = /\.(?:mdx|ya?ml|dot|svg|py)$/;
/** The word, and the ids that `npm run new` writes. */
const todo = /\bTODO\b|\btodo-(?:question|prompt)-\d+/g;
/** Where something new begins: a heading, an entry of a list, a field. */
const beginning = /^(?:#{2} |- |[A-Za-z]\w*:)/;

const checkTodos: OwnCheck = function* (concept) {
	for (const file of concept.files.keys()) {
		if (byHand.test(file) && file !== 'ids.yaml') yield* todosOf(concept.pathOf(file), concept.text(file) ?? '');
	}
};

/** One problem for each part of a file: an author mends a part at a time. */
function* todosOf(file: string, text: string): Generator<Problem> {
	let part: { todos: number; first: number; last: number } | undefined;
	for (const [index, line] of text.split('\n').entries()) {
		const todos = line.match(todo)?.length ?? 0;
		if (part && beginning.test(line)) {
			yield told(file, part);
			part = undefined;
		}
		if (todos === 0) continue;
		part ??= { todos: 0, first: index + 1, last: index + 1 };
		part.todos += todos;
		part.last = index + 1;
	}
	if (part) yield told(file, part);
}

function told(file: string, { todos, first, last }: { todos: number; first: number; last: number }): Problem {
	return problem('to-do', { file, line: first }, { todos, last: last === first ? undefined : last });
}

export const check = { kinds, own: [checkTodos] } satisfies Check;
