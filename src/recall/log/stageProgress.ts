/** The stages that a reader marked done, by concept, replayed from the log. */
import { liveEvents, type RecallEvent, type StageEvent } from './events.ts';

/** Numbers of the stages done, ascending, by the concept's slug, the one marked last at the end. Concepts without any are left out. */
export type StagesDone = Readonly<Record<string, readonly number[]>>;

export function isStageEvent(event: RecallEvent): event is StageEvent {
	return 'stage' in event;
}

/** What holds of each stage is what was said of it last. */
export function stagesDone(events: readonly StageEvent[]): StagesDone {
	const done = new Map<string, Set<number>>();
	for (const { kind, concept, stage } of liveEvents(events)) {
		const stages = done.get(concept) ?? new Set();
		if (kind === 'stage-done') stages.add(stage);
		else stages.delete(stage);
		done.delete(concept);
		done.set(concept, stages);
	}
	return Object.fromEntries(
		[...done].filter(([, stages]) => stages.size > 0).map(([concept, stages]) => [concept, [...stages].sort()]),
	);
}
