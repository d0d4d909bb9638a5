/** The pictures that stand for pages where they are linked: the home page, each category, each concept. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Card } from '../../cards/card.ts';
import { renderCard } from '../../cards/render.ts';
import { type ConceptSummary, catalog } from '../../concepts/catalog.ts';
import type { Category } from '../../concepts/schema/category.ts';

const home: Card = {
	label: undefined,
	title: 'Interview concepts in ML and software engineering, explained at depth',
	parenthesis: undefined,
	description: 'Read it, see it, prove it, run it, say it, keep it.',
	facts: 'Every concept in six stages',
	accent: undefined,
};

function categoryCard({ title, description, accent }: Category, concepts: readonly ConceptSummary[]): Card {
	return {
		label: 'Category',
		title,
		parenthesis: undefined,
		description: `${description}.`,
		facts: concepts.length === 1 ? 'One concept in six stages' : `${concepts.length} concepts, each in six stages`,
		accent,
	};
}

function conceptCard({ name, parenthesis, description, category, level, minutes }: ConceptSummary): Card {
	const facts = `${level[0]?.toUpperCase()}${level.slice(1)}, ${minutes} min`;
	return { label: category.title, title: name, parenthesis, description, facts, accent: category.accent };
}

export const getStaticPaths = (async () => {
	const categories = await catalog();
	const cards: [string, Card][] = [
		['home', home],
		...categories.map(({ category, concepts }): [string, Card] => [
			`categories/${category.id}`,
			categoryCard(category, concepts),
		]),
		...categories.flatMap(({ concepts }) =>
			concepts.map((concept): [string, Card] => [`concepts/${concept.slug}`, conceptCard(concept)]),
		),
	];
	return cards.map(([name, card]) => ({ params: { card: name }, props: { card } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props: { card } }) =>
	new Response(new Uint8Array(await renderCard(card)), { headers: { 'Content-Type': 'image/png' } });
