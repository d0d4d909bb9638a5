/** The prompts of one concept for Anki. */
import type { APIRoute } from 'astro';
import type { ConceptPage } from '../../../concepts/page.ts';
import { ankiTexts } from '../../../published/prompts.ts';

export { getStaticPaths } from './prompts.json.ts';

export const GET: APIRoute<{ page: ConceptPage }> = async ({ props: { page } }) => Response.json(await ankiTexts(page));
