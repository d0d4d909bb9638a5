/** Concepts and paths as a calendar needs them. */
import type { APIRoute } from 'astro';
import { formerSlugs } from '../../concepts/catalog.ts';
import { learningPaths } from '../../concepts/learningPaths.ts';
import { conceptPages } from '../../concepts/page.ts';
import type { Material } from '../../preparation/material.ts';

export const GET: APIRoute = async () => {
	const content: Material = {
		concepts: (await conceptPages()).map(({ summary, stages, questions, prompts, prerequisites }) => ({
			slug: summary.slug,
			name: summary.name,
			track: summary.category.track,
			reading: stages.filter(({ isAnswered }) => !isAnswered).map(({ minutes }) => minutes),
			questions: questions.map(({ id, level, format, minutes, task }) => ({
				...{ id, level, format, minutes },
				task: task !== undefined,
			})),
			prompts: prompts.length,
			needs: prerequisites.map(({ slug }) => slug),
		})),
		paths: (await learningPaths()).map(({ id, title, level, formats, steps }) => ({
			...{ id, title, level, formats },
			concepts: steps.flatMap(({ slug, path }) => (slug && path ? slug : [])),
			planned: steps.flatMap(({ name, path }) => (path ? [] : name)),
		})),
		former: await formerSlugs(),
	};
	return Response.json(content);
};
