/** Says that answers lie in the future, by a clock that was ahead, and mends it. */
import { useState } from 'preact/hooks';
import { count } from '../../ground/words.ts';
import type { Failure } from '../log/failures.ts';
import type { Recall } from '../recall.ts';
import type { State } from '../store/store.ts';
import { FailureNote } from './FailureNote.tsx';
import { dateWords } from './words.ts';

export function AheadNote({ recall, state }: { recall: Recall; state: State }) {
	const [failure, setFailure] = useState<Failure>();
	const ahead = recall.ahead(state);
	if (ahead.length === 0) return null;
	const until = Math.max(...ahead.map(({ from, last }) => Math.max(from, last?.day ?? from)));
	const message =
		failure?.message ??
		`${count(ahead.length, 'prompt')} of your review ${ahead.length === 1 ? 'is' : 'are'} dated ahead of now, up to ${dateWords(until, recall.day())}: the clock of this device was wrong then, or it is now. As things stand, ${ahead.length === 1 ? 'it is' : 'they are'} not asked before that day. If the clock is right now, move what you did then to today.`;
	const move = async (): Promise<void> => {
		const moved = await recall.moveAheadToNow();
		setFailure(moved.ok ? undefined : moved.failure);
	};
	return <FailureNote failure={{ kind: 'clock', message }} onMoveToNow={move} />;
}
