/** Prompts that train what an answer lacked, and the way to add those that are not in the review yet. */
import { useEffect, useState } from 'preact/hooks';
import { countInWords, sentence } from '../../ground/words.ts';
import type { PromptRef } from '../../recall/index.ts';
import { inHistory } from '../inHistory.ts';
import type { WantedPrompt } from '../wanted.ts';
import { Html, ProblemMessage } from './parts.tsx';

export function AddPrompts({ wanted }: { wanted: readonly WantedPrompt[] }) {
	const [missing, setMissing] = useState<readonly PromptRef[]>();
	const [added, setAdded] = useState(0);
	const [problem, setProblem] = useState<string>();
	useEffect(() => {
		let stale = false;
		inHistory(({ notYetAdded }) => notYetAdded(wanted)).then((found) => {
			if (stale) return;
			setMissing(found.value);
			setProblem(found.problem);
		});
		return () => {
			stale = true;
		};
	}, [wanted]);
	const add = async (): Promise<void> => {
		const prompts = missing ?? [];
		const done = await inHistory(({ addPrompts }) => addPrompts(prompts));
		setProblem(done.problem);
		if (done.problem !== undefined) return;
		setAdded(prompts.length);
		setMissing([]);
	};
	return (
		<>
			<ul class="prompt-list">
				{wanted.map(({ prompt, ask }) => (
					<li key={prompt}>
						<Html html={ask} />
					</li>
				))}
			</ul>
			<p class="drill-actions">
				{missing && missing.length > 0 && (
					<button type="button" class="button" onClick={add}>
						{`Add ${countInWords(missing.length, 'prompt')} to my review`}
					</button>
				)}
				<span class="note" role="status">
					{added > 0
						? sentence(`${countInWords(added, 'prompt')} added to your review`)
						: missing?.length === 0
							? 'All of them are in your review.'
							: ''}
				</span>
			</p>
			<ProblemMessage text={problem} />
		</>
	);
}
