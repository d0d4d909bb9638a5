/** What is given of a task, its tests and its solution, for the page on which it is solved. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { conceptPages } from '../../../../concepts/page.ts';
import { taskOf } from '../../../../published/tasks.ts';

export async function getStaticPaths() {
	return (await conceptPages()).flatMap(({ summary: { slug }, questions }) =>
		questions.flatMap(({ id }) => {
			const task = taskOf(slug, id);
			return task ? [{ params: { slug, task: id }, props: { task } }] : [];
		}),
	);
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => Response.json(props.task);
