/** The solution beside the reader's program, line by line: after the tests have passed, or when it is asked for. */
import { useState } from 'preact/hooks';
import { diffOf } from '../../listings/diff.ts';
import type { TaskMaterial } from '../material.ts';

interface SolutionProps {
	readonly task: TaskMaterial;
	readonly code: string;
	/** Whether the tests have passed: a look costs nothing then. */
	readonly earned: boolean;
	readonly onShow: () => void;
}

export function Solution({ task, code, earned, onShow }: SolutionProps) {
	const [shown, setShown] = useState(false);
	if (!shown) {
		return (
			<p>
				<button
					type="button"
					class="text-button"
					onClick={() => {
						setShown(true);
						onShow();
					}}
				>
					{earned ? 'Compare with the solution' : 'Show me the solution'}
				</button>{' '}
				{!earned && <span class="note">the task then counts as solved with help</span>}
			</p>
		);
	}
	const lines = diffOf(code.trimEnd().split('\n'), task.solution.trimEnd().split('\n'));
	return (
		<section>
			<h4 class="label">From your program to the solution</h4>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too. */}
			<pre class="code diff" tabIndex={0}>
				<code>
					{lines.map(({ kind, text }, index) => {
						const Tag = kind === 'removed' ? 'del' : kind === 'added' ? 'ins' : 'span';
						return (
							<Tag key={`${index}`} class="line">
								{text}
								{'\n'}
							</Tag>
						);
					})}
				</code>
			</pre>
			<p>
				<button type="button" class="text-button" onClick={() => setShown(false)}>
					Put it away
				</button>
			</p>
		</section>
	);
}
