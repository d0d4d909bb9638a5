/** The blocks of the body that stand under one stage's heading. */
import type { Node, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { ConceptSource } from '../reading/content.ts';
import type { Place } from '../reading/place.ts';
import type { StageNumber } from '../stageNumbers.ts';
import { writtenStagesOf } from '../stages.ts';

export interface StageBlocks {
	readonly title: string;
	/** Where the stage's heading stands. */
	readonly place: Place;
	readonly blocks: readonly RootContent[];
}

/** Undefined where the page has no such heading. */
export function stageBlocks({ body, track }: ConceptSource, number: StageNumber): StageBlocks | undefined {
	const title = writtenStagesOf(track).find((stage) => stage.number === number)?.title ?? '';
	const blocks = body?.tree.children ?? [];
	const start = blocks.findIndex(
		(block) => block.type === 'heading' && block.depth === 2 && textOf(block).trim() === title,
	);
	const heading = blocks[start];
	if (!body || !heading) return undefined;
	const length = blocks.slice(start + 1).findIndex((block) => block.type === 'heading' && block.depth === 2);
	const end = length < 0 ? blocks.length : start + 1 + length;
	return { title, place: body.placeOf(heading), blocks: blocks.slice(start + 1, end) };
}

/** Whether a node stands inside one of the stage's blocks. */
export function standsIn({ blocks }: StageBlocks, node: Node): boolean {
	const start = node.position?.start.offset ?? -1;
	return blocks.some(({ position }) => {
		return position && (position.start.offset ?? 0) <= start && start < (position.end.offset ?? 0);
	});
}
