/** What stands around a sitting: what is due and why, what is set aside, how the review is set, and the way to all prompts. */
import type { Day } from '../log/studyDay.ts';
import type { Recall } from '../recall.ts';
import type { Revisions } from '../schedule/asked.ts';
import type { Queue } from '../schedule/queue.ts';
import type { State } from '../store/store.ts';
import { AllPrompts } from './AllPrompts.tsx';
import { DueList } from './DueList.tsx';
import { ReviewSettings } from './ReviewSettings.tsx';
import { SetAside } from './SetAside.tsx';
import type { PromptTexts } from './usePromptTexts.ts';

interface Props {
	readonly recall: Recall;
	readonly state: State;
	readonly queue: Queue;
	readonly texts: PromptTexts;
	readonly day: Day;
	readonly revisions: Revisions;
	/** A prompt is asked: the sitting is not over. */
	readonly isAsking: boolean;
}

export function Around({ recall, state, queue, texts, day, revisions, isAsking }: Props) {
	return (
		<>
			{isAsking && <DueList queue={queue} texts={texts} day={day} />}
			<SetAside recall={recall} state={state} queue={queue} texts={texts} />
			<ReviewSettings recall={recall} state={state} revisions={revisions} />
			<AllPrompts />
		</>
	);
}
