/** Checks the content beside the development server, whose pages would have to wait for it: a thread that tells the state of all, now and whenever it is asked. */
import { parentPort, workerData } from 'node:worker_threads';
import { conceptProblems, siteProblems } from '../../concepts/checkContent.ts';
import { startGraphviz } from '../../concepts/graphviz.ts';
import { isMissing } from '../../concepts/missing.ts';
import { ContentReader } from '../../concepts/reading/content.ts';
import { knowProblems } from '../knownProblems.ts';
import { today } from '../today.ts';
import type { ConceptState, ContentState } from './messages.ts';

const root: string = workerData;
const reader = new ContentReader(root);

function stateNow(): ContentState {
	const content = reader.read(today());
	const concepts = [...content.concepts, ...content.drafts].map((concept): [string, ConceptState] => {
		const problems = conceptProblems(concept, content);
		return [
			concept.slug,
			{
				isDraft: concept.isDraft,
				missing: problems.filter(isMissing),
				wrong: problems.filter((one) => !isMissing(one)),
			},
		];
	});
	const told = concepts.filter(([, { isDraft, missing, wrong }]) => isDraft || missing.length + wrong.length > 0);
	return { root, concepts: Object.fromEntries(told), site: siteProblems(content).filter((one) => !isMissing(one)) };
}

// What changes later is looked at without a wait.
await startGraphviz();
const content = reader.read(today());
await knowProblems(content, [...content.concepts, ...content.drafts]);
parentPort?.postMessage(stateNow());
parentPort?.on('message', () => parentPort?.postMessage(stateNow()));
