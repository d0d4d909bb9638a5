/** Every task of the site, in the catalog's order, with what a list of them shows. Runs in the build alone. */
import { type CatalogCategory, catalog } from '../concepts/catalog.ts';
import type { Pattern, QuestionLevel } from '../concepts/interview.ts';
import { conceptPages } from '../concepts/page.ts';
import { conceptPath } from '../paths.ts';
import { taskOf } from './tasks.ts';

export interface ListedTask {
	/** Of its concept. */
	readonly slug: string;
	/** Id of its question. */
	readonly question: string;
	readonly title: string;
	readonly pattern: Pattern;
	readonly level: QuestionLevel;
	readonly minutes: number;
	/** Its concept's name. */
	readonly concept: string;
	/** Its question, on its concept's page. */
	readonly path: string;
}

/** A category with at least one task. */
export interface TaskCategory {
	readonly category: CatalogCategory['category'];
	readonly tasks: readonly ListedTask[];
}

export async function taskIndex(): Promise<TaskCategory[]> {
	const pages = await conceptPages();
	return (await catalog())
		.map(({ category }) => ({
			category,
			tasks: pages
				.filter(({ summary }) => summary.category.id === category.id)
				.flatMap(({ summary: { slug, name }, questions }) =>
					questions.flatMap(({ id, task, level, minutes }): ListedTask[] => {
						if (!task || !taskOf(slug, id)) return [];
						return [{ slug, question: id, ...task, level, minutes, concept: name, path: conceptPath(slug, `q-${id}`) }];
					}),
				),
		}))
		.filter(({ tasks }) => tasks.length > 0);
}
