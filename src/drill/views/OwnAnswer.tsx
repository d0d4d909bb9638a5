/** What the reader answered, to be read again, and what the tests of its program say of a criterion. */
import { gradeOf, trialText } from '../../tasks/trial.ts';
import type { Turn } from '../session.ts';

export function OwnAnswer({ turn: { answer, task }, level }: { turn: Turn; level: 2 | 4 }) {
	const Heading = `h${level}` as 'h2' | 'h4';
	return (
		<>
			{answer.trim() !== '' && (
				<section class="own-answer">
					<Heading class="label">Your answer</Heading>
					<p>{answer}</p>
				</section>
			)}
			{task && (
				<section class="own-answer">
					<Heading class="label">Your program</Heading>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too. */}
					<pre class="code" tabIndex={0}>
						<code>{task.code}</code>
					</pre>
					<p class="note">{trialText(task)}.</p>
				</section>
			)}
		</>
	);
}

export function TestEvidence({ turn: { task, grades }, criterion }: { turn: Turn; criterion: string }) {
	const judged = task?.judged[criterion];
	if (!judged) return null;
	const said = gradeOf(judged);
	const grade = grades[criterion];
	return (
		<p class="evidence note">
			Tests: {judged.passed} of {judged.of} that judge this passed, so {said}.
			{grade && grade !== said && <strong> You overruled: {grade}.</strong>}
		</p>
	);
}
