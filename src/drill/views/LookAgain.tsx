/** What to read again, and to review, after tests that failed. The criteria themselves stay unsaid: the answer is not committed yet. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { conceptPath } from '../../paths.ts';
import type { Trial } from '../../tasks/trial.ts';
import { type ConceptMaterial, fetchMaterial, type MaterialQuestion } from '../material.ts';
import { promptsOf } from '../wanted.ts';
import { AddPrompts } from './AddPrompts.tsx';

export interface LookAgainProps {
	readonly concept: string;
	readonly question: MaterialQuestion;
	readonly trial: Trial;
}

/** The sections that teach what failed tests judge; those of what the answer fails without where no test that failed judges anything. */
export function sectionsFor(question: MaterialQuestion, trial: Trial): { anchor: string; title: string }[] {
	const failed = question.rubric.filter(({ id }) => {
		const judged = trial.judged[id];
		return judged !== undefined && judged.passed < judged.of;
	});
	const meant = failed.length > 0 ? failed : question.rubric.filter(({ essential }) => essential);
	return [...new Map(meant.flatMap(({ see }) => (see ? [[see.anchor, see] as const] : []))).values()];
}

export function LookAgain({ concept, question, trial }: LookAgainProps) {
	const [material, setMaterial] = useState<ConceptMaterial>();
	useEffect(() => {
		// It is there already: the question came with it.
		fetchMaterial(concept).then(setMaterial, () => undefined);
	}, [concept]);
	const sections = sectionsFor(question, trial);
	const wanted = useMemo(() => promptsOf(material, question), [material, question]);
	return (
		<section class="look-again no-print">
			<h4 class="label">Read again</h4>
			<ul>
				{sections.map(({ anchor, title }) => (
					<li key={anchor}>
						<a href={conceptPath(concept, anchor)}>{title}</a>
					</li>
				))}
			</ul>
			{wanted.length > 0 && (
				<details>
					<summary class="text-button">Prompts that train it</summary>
					<AddPrompts wanted={wanted} />
				</details>
			)}
		</section>
	);
}
