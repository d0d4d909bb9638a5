/** A concept's prompts as HTML, for the files that the review and the export to Anki fetch: `concepts/<slug>/prompts.json` and `anki.json`. */
import { type ConceptPage, sectionTitle, stageNumber } from '../concepts/page.ts';
import type { AnkiText, PromptText } from '../recall/prompts.ts';
import { renderForAnki } from './anki.ts';
import { elsewhereRenderer, withPageAddress } from './elsewhere.ts';

/** What the review shows. */
export function promptTexts(page: ConceptPage): Promise<PromptText[]> {
	const render = elsewhereRenderer(page);
	return Promise.all(
		page.prompts.map(
			async ({ id, revision, kind, see, ask, answer }): Promise<PromptText> => ({
				id,
				revision,
				kind,
				see,
				section: sectionTitle(page, see),
				stage: stageNumber(page, see),
				ask: await render(ask),
				answer: await render(answer),
			}),
		),
	);
}

/** What becomes of them in a file for Anki. */
export function ankiTexts(page: ConceptPage): Promise<AnkiText[]> {
	const render = async (text: string): Promise<string> => withPageAddress(await renderForAnki(text), page.summary.slug);
	return Promise.all(
		page.prompts.map(
			async ({ id, kind, see, ask, answer }): Promise<AnkiText> => ({
				id,
				kind,
				see,
				section: sectionTitle(page, see),
				ask: await render(ask),
				answer: await render(answer),
			}),
		),
	);
}
