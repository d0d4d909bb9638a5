/** The texts of prompts, concept by concept: one that is opened, or all of them for a search. */
import { useRef, useState } from 'preact/hooks';
import { textIn } from '../../../ground/markup.ts';
import { fetchPrompts, type PromptText } from '../../prompts.ts';

export interface KnownPrompt extends PromptText {
	/** Its words, for a search. */
	readonly words: string;
}

export interface AllTexts {
	/** The prompts of a concept in the order of its page; undefined until they are fetched. */
	readonly of: (slug: string) => readonly KnownPrompt[] | undefined;
	/** How many of the concepts are fetched, and which could not be. */
	readonly fetched: number;
	readonly failed: readonly string[];
	/** Fetches what is not there yet. */
	readonly load: (slugs: readonly string[]) => Promise<void>;
}

/** Files asked for at once. */
const AT_ONCE = 6;

function known(text: PromptText): KnownPrompt {
	return { ...text, words: `${textIn(`${text.ask} ${text.answer}`)} ${text.section}` };
}

export function useAllTexts(): AllTexts {
	const texts = useRef(new Map<string, readonly KnownPrompt[]>());
	const asked = useRef(new Set<string>());
	const [failed, setFailed] = useState<readonly string[]>([]);
	const [fetched, setFetched] = useState(0);
	return {
		of: (slug) => texts.current.get(slug),
		fetched,
		failed,
		async load(slugs) {
			const wanted = slugs.filter((slug) => !asked.current.has(slug));
			for (const slug of wanted) asked.current.add(slug);
			setFailed((before) => before.filter((slug) => !wanted.includes(slug)));
			const fetchNext = async (): Promise<void> => {
				for (let slug = wanted.shift(); slug !== undefined; slug = wanted.shift()) {
					const own = slug;
					try {
						texts.current.set(own, (await fetchPrompts(own)).map(known));
					} catch {
						asked.current.delete(own);
						setFailed((before) => [...before, own]);
					}
					setFetched(texts.current.size);
				}
			};
			await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
		},
	};
}
