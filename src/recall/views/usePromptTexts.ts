/** The texts of prompts, fetched by concept when they are needed, each once. */
import { useMemo, useRef } from 'preact/hooks';
import { pathTo } from '../../paths.ts';
import { conceptOf } from '../log/events.ts';
import { fetchPrompts, type PromptText, type RecallCatalog } from '../prompts.ts';
import type { CardPrompt } from './PromptCard.tsx';

export interface PromptTexts {
	/** Prompts ready to be shown, in the order given, and the names of concepts whose texts cannot be had. */
	readonly load: (prompts: readonly string[]) => Promise<{ readonly cards: CardPrompt[]; readonly failed: string[] }>;
	/** The concept's name. */
	readonly nameOf: (slug: string) => string;
}

export function usePromptTexts({ concepts, categories }: RecallCatalog): PromptTexts {
	const fetched = useRef(new Map<string, readonly PromptText[]>());
	return useMemo(() => {
		const known = new Map(concepts.map((concept) => [concept.slug, concept]));
		const accents = new Map(categories.map(({ id, accent }) => [id, accent]));
		const nameOf = (slug: string): string => known.get(slug)?.name ?? slug;
		const cardOf = (prompt: string): CardPrompt[] => {
			const slug = conceptOf(prompt);
			const text = fetched.current.get(slug)?.find(({ id }) => prompt === `${slug}/${id}`);
			const accent = accents.get(known.get(slug)?.category ?? '');
			if (!text) return [];
			return [
				{
					prompt,
					text,
					href: pathTo(`concepts/${slug}/#${text.see}`),
					concept: nameOf(slug),
					...(accent && { accent }),
				},
			];
		};
		return {
			nameOf,
			async load(prompts) {
				const slugs = [...new Set(prompts.map(conceptOf))];
				await Promise.allSettled(
					slugs
						.filter((slug) => !fetched.current.has(slug))
						.map(async (slug) => fetched.current.set(slug, await fetchPrompts(slug))),
				);
				return {
					cards: prompts.flatMap(cardOf),
					failed: slugs.filter((slug) => !fetched.current.has(slug)).map(nameOf),
				};
			},
		};
	}, [concepts, categories]);
}
