/** A history whose concepts have other names now: the same events, under the slugs that the site has. */
import { type Renames, renamed } from '../../keeping/rename.ts';
import type { RecallEvent } from '../log/events.ts';
import type { Settings } from '../log/settings.ts';
import type { Contents, State } from './store.ts';

function renamedEvent(event: RecallEvent, renames: Renames): RecallEvent {
	return 'prompt' in event
		? { ...event, prompt: renamed(event.prompt, renames) }
		: { ...event, concept: renamed(event.concept, renames) };
}

function renamedSettings(settings: Settings, renames: Renames): Settings {
	const { preparation } = settings;
	if (!preparation) return settings;
	const concepts = [...new Set(preparation.concepts.map((slug) => renamed(slug, renames)))];
	return { ...settings, preparation: { ...preparation, concepts } };
}

/** Everything under the slugs of now. Two devices rename in the same way, so their histories still merge. */
export function renamedContents(contents: Contents, renames: Renames): Contents {
	const { events, settings } = contents;
	return {
		...contents,
		events: events.map((event) => renamedEvent(event, renames)),
		settings: renamedSettings(settings, renames),
	};
}

/** Whether a state holds anything under a slug that its concept had before. */
export function hasFormer(
	{ cards, stages, marks, settings }: Pick<State, 'cards' | 'stages' | 'marks' | 'settings'>,
	renames: Renames,
): boolean {
	const names = [
		...cards.map(({ prompt }) => prompt),
		...Object.keys(stages),
		...marks.map(({ concept }) => concept),
		...(settings.preparation?.concepts ?? []),
	];
	return names.some((name) => renamed(name, renames) !== name);
}
