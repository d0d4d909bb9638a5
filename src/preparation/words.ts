/** What an item of the calendar is called, and the page that it is done on. */
import { QUESTIONS, RETRIEVAL } from '../concepts/stageNumbers.ts';
import { anchorOf, stagesOf } from '../concepts/stages.ts';
import { writeRequest } from '../drill/request.ts';
import { count } from '../ground/words.ts';
import { conceptPath, pathTo, sheetPath } from '../paths.ts';
import type { Preparation } from '../recall/index.ts';
import type { Item } from './calendar.ts';
import type { Material, MaterialConcept } from './material.ts';

/** An item as pages show it. */
export interface Shown {
	/** "Attention Mechanism: Big picture, Intuition". */
	readonly words: string;
	readonly href: string;
	readonly minutes: number;
}

/** Drills that begin from the calendar are drawn anew each day. */
const seedOf = (day: number): string => `d${day.toString(36)}`;

function read({ slug, name, track }: MaterialConcept, numbers: readonly number[], goesOn: boolean) {
	const stages = stagesOf(track).filter(({ number }) => numbers.includes(number));
	const titles = stages.map(({ title }) => title).join(', ');
	return {
		words: `${name}: ${titles}${goesOn ? ', as far as you get' : ''}`,
		href: conceptPath(slug, stages[0]?.anchor),
	};
}

function answer({ slug, name, questions }: MaterialConcept, ids: readonly string[]) {
	const asked = questions.filter(({ id }) => ids.includes(id));
	const kinds = [...new Set(asked.map(({ level, format }) => `${level}, ${format}`))];
	const words =
		asked.length === 1
			? `${name}: a question (${kinds[0]}${asked[0]?.task ? ', solved on the page' : ''})`
			: `${name}: ${count(asked.length, 'question')} (${kinds.join('; ')})`;
	return { words, href: conceptPath(slug, ids[0] === undefined ? anchorOf(QUESTIONS) : `q-${ids[0]}`) };
}

/** @param day The study day that the item stands on; a drill's questions are drawn from it. */
export function shown(
	item: Item,
	day: number,
	concepts: ReadonlyMap<string, MaterialConcept>,
	{ level, path }: Preparation,
	paths: Material['paths'],
): Shown {
	const { minutes } = item;
	const concept = 'concept' in item ? concepts.get(item.concept) : undefined;
	switch (item.kind) {
		case 'review':
			return { words: `Review: ${count(item.prompts, 'prompt')}`, href: pathTo('review/'), minutes };
		case 'aloud': {
			const names = item.concepts.map((slug) => concepts.get(slug)?.name ?? slug).join(', ');
			return { words: `Aloud, in one breath each: ${names}`, href: sheetPath(item.concepts[0] ?? ''), minutes };
		}
		case 'drill': {
			const formats = paths.find(({ id }) => id === path)?.formats ?? [];
			const request = {
				seed: seedOf(day),
				concepts: item.concepts,
				level,
				formats,
				minutes,
				hideLevels: false,
				asked: [],
			};
			return { words: 'A drill over what you have read', href: pathTo(`drill/${writeRequest(request)}`), minutes };
		}
		default: {
			if (!concept) return { words: item.concept, href: conceptPath(item.concept), minutes };
			if (item.kind === 'read') return { ...read(concept, item.stages, item.goesOn === true), minutes };
			if (item.kind === 'answer') return { ...answer(concept, item.questions), minutes };
			const { slug, name } = concept;
			return {
				words: `${name}: its check, ${count(item.prompts, 'prompt')}`,
				href: conceptPath(slug, anchorOf(RETRIEVAL)),
				minutes,
			};
		}
	}
}
