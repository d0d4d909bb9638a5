/** A concept's questions in their author's words, for a reader's own model that grades answers to them. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { conceptPages } from '../../../concepts/page.ts';
import type { ConceptScript } from '../../../drill/interviewer/script.ts';
import { scriptOf } from '../../../published/interview.ts';

export async function getStaticPaths() {
	return (await conceptPages()).map((page) => ({ params: { slug: page.summary.slug }, props: { page } }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) =>
	Response.json({ questions: props.page.questions.map(scriptOf) } satisfies ConceptScript);
