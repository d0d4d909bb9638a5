/** A concept's questions with rubrics and answers, for a drill that asks them. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { conceptPages } from '../../../concepts/page.ts';
import { conceptMaterial } from '../../../published/questions.ts';

export async function getStaticPaths() {
	return (await conceptPages()).map((page) => ({ params: { slug: page.summary.slug }, props: { page } }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props }) => Response.json(await conceptMaterial(props.page));
