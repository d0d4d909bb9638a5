/** A history whose concepts have other names now: the same events, under the slugs that the site has. */
import { type Renames, renamed } from '../keeping/rename.ts';
import type { RecallEvent } from './events.ts';
import type { Contents, State } from './store/store.ts';

function renamedEvent(event: RecallEvent, renames: Renames): RecallEvent {
	return 'prompt' in event
		? { ...event, prompt: renamed(event.prompt, renames) }
		: { ...event, concept: renamed(event.concept, renames) };
}

/** Everything under the slugs of now. Two devices rename in the same way, so their histories still merge. */
export function renamedContents(contents: Contents, renames: Renames): Contents {
	return { ...contents, events: contents.events.map((event) => renamedEvent(event, renames)) };
}

/** Whether a state holds anything under a slug that its concept had before. */
export function hasFormer({ cards, stages }: Pick<State, 'cards' | 'stages'>, renames: Renames): boolean {
	const names = [...cards.map(({ prompt }) => prompt), ...Object.keys(stages)];
	return names.some((name) => renamed(name, renames) !== name);
}
