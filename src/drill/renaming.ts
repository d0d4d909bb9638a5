/** Drills of concepts that have other names now. */
import { type Renames, renamed } from '../keeping/rename.ts';
import type { Session } from './session.ts';

/** A drill under the slugs that the site has. */
export function renamedSession(session: Session, renames: Renames): Session {
	const { request, items } = session;
	return {
		...session,
		request: {
			...request,
			concepts: request.concepts.map((slug) => renamed(slug, renames)),
			asked: request.asked.map((question) => renamed(question, renames)),
		},
		items: items.map((item) => ({ ...item, concept: renamed(item.concept, renames) })),
	};
}
