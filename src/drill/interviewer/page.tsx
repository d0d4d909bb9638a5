/** The page of a drill with the reader's own model: set up first, then the drill itself, under this page's policy. */

import { count } from '../../ground/words.ts';
import { loadPart, messageOf } from '../../loading/loadPart.ts';
import { pathTo } from '../../paths.ts';
import { render } from '../../translation/render.ts';
import { currentDrill } from '../current.ts';
import { fetchIndex, type QuestionIndex } from '../material.ts';
import { drawQuestions } from '../plan.ts';
import { readRequest, usual, writeRequest } from '../request.ts';
import { newSeed } from '../seed.ts';
import { Message } from '../views/parts.tsx';
import { show } from '../views/show.tsx';
import type { Endpoint } from './endpoint.ts';
import { Setup } from './views/Setup.tsx';
import './interviewer.css';

/** The drill that the address asks for, or the one under way, or a usual one: the page asks for it from then on. */
function settleRequest({ former }: QuestionIndex): string {
	if (readRequest(location.search).seed !== undefined) return location.search;
	const request = currentDrill(former)?.request ?? { ...usual, seed: newSeed() };
	const search = writeRequest(request);
	history.replaceState(history.state, '', search);
	return search;
}

function describe(index: QuestionIndex, search: string): string {
	const underWay = currentDrill(index.former);
	if (underWay && writeRequest(underWay.request) === search) {
		return `The one under way, at question ${underWay.at + 1} of ${underWay.items.length}.`;
	}
	const request = readRequest(search);
	const questions = drawQuestions(index.questions, { ...request, seed: request.seed ?? newSeed() });
	const minutes = questions.reduce((sum, question) => sum + question.minutes, 0);
	return `${count(questions.length, 'question')} for ${request.level}, ${count(minutes, 'minute')} of answers, and follow-ups.`;
}

show(async (root) => {
	const index = await fetchIndex();
	const search = settleRequest(index);
	const start = (endpoint: Endpoint): void => {
		loadPart(() => import('./conduct.tsx')).then(
			({ conduct }) => conduct(root, index, endpoint),
			(error: unknown) =>
				render(
					<Message>
						<p>{messageOf(error)}</p>
					</Message>,
					root,
				),
		);
	};
	return (
		<Setup
			drill={describe(index, search)}
			planPath={pathTo(`drill/${search}`)}
			alonePath={pathTo(`drill/session/${search}`)}
			onStart={start}
		/>
	);
});
