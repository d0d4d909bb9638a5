/** Links, anchors and `see`: each leads to something that the site has. */
import { nearest } from '../nearest.ts';
import { OUT } from '../outputs.ts';
import { type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import type { ConceptSource, Surface, WrittenLink } from '../reading/content.ts';
import type { Place } from '../reading/place.ts';
import { fixedRoutes, routeMatches } from '../reading/routes.ts';
import type { Check, ConceptCheck, OwnCheck, Surroundings } from './check.ts';
import { answersOf } from './questionTree.ts';

const kinds = {
	'link-broken': ({ url, nearest }: { url: string; nearest: string | undefined }) => ({
		found: `a link to ${url}`,
		expected: 'an address that leads to a page of this site',
		mend: rename(nearest, 'Correct the address, or leave the link out until there is such a page.'),
	}),
	'link-planned': ({ url, slug }: { url: string; slug: string }) => ({
		found: `a link to ${url}`,
		expected: `a published concept; ${slug} is only planned`,
		mend: 'Leave the link out until the concept is published.',
	}),
	'link-relative': ({ url }: { url: string }) => ({
		found: `a link to ${url}`,
		expected: 'an address that begins with /, # or https://',
		mend: 'Write it from the root of the site: /concepts/<slug>/#anchor.',
	}),
	'anchor-broken': ({ anchor, page, nearest }: { anchor: string; page: string; nearest: string | undefined }) => ({
		found: `the anchor #${anchor}`,
		expected: `an anchor of ${page}`,
		mend: rename(nearest && `#${nearest}`, 'Correct the anchor, or give the section this id.'),
	}),
	'see-broken': ({ anchor, nearest }: { anchor: string; nearest: string | undefined }) => ({
		found: `see: ${anchor}`,
		expected: 'the id of a stage or of a third-level heading of this page, without #',
		mend: rename(nearest && `see: ${nearest}`, 'Name the section that teaches it.'),
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const checkLinks: ConceptCheck = function* (concept, content) {
	for (const link of concept.links) yield* checkLink(link, concept, content);
};

const checkSees: OwnCheck = function* ({ teachingAnchors, questions, prompts }) {
	if (!teachingAnchors) return;
	const criteria = [...answersOf(questions)].flatMap(({ entry }) => entry.get('rubric').items);
	for (const item of [...criteria, ...(prompts?.items ?? [])]) {
		const see = item.get('see');
		if (see.text !== undefined && !teachingAnchors.has(see.text)) {
			const anchor = see.text;
			yield problem('see-broken', see.place, { anchor, nearest: nearest(anchor.replace(/^#/, ''), teachingAnchors) });
		}
	}
};

function* checkLink(
	{ url, place, concept: slug }: WrittenLink,
	{ surface }: ConceptSource,
	content: Surroundings,
): Generator<Problem> {
	// Words bound to an output are told by themselves.
	if (/^(https?:\/\/|mailto:)/.test(url) || url.startsWith(OUT)) return;
	if (url.startsWith('#')) {
		yield* checkAnchor(url.slice(1), place, surface, 'this page');
		return;
	}
	if (!url.startsWith('/')) {
		yield problem('link-relative', place, { url });
		return;
	}
	const [address = '', anchor] = url.split('#');
	const path = address.replace(/\?.*$/, '');
	const { bySlug, shownCategories } = content.names;
	const target = slug === undefined ? undefined : bySlug.get(slug);
	if (target) {
		if (anchor !== undefined) yield* checkAnchor(anchor, place, target.surface, path);
		return;
	}
	if (!content.categories) return;
	if (slug !== undefined && content.listed.slugs.has(slug)) {
		yield problem('link-planned', place, { url, slug });
		return;
	}
	const exists = routeMatches(path, {
		slug: (value) => bySlug.has(value),
		id: (value) => shownCategories.has(value),
		notebook: (value) => path.includes(`/${value}/`),
		file: (value) => path.split('/').some((part) => bySlug.get(part)?.namesIn('listings', '').includes(value)),
	});
	if (exists) return;
	const pages = [
		...fixedRoutes,
		...[...bySlug.keys()].map((other) => `/concepts/${other}/`),
		...[...shownCategories].map((id) => `/categories/${id}/`),
	];
	yield problem('link-broken', place, { url, nearest: nearest(path, pages) });
}

function* checkAnchor(anchor: string, place: Place, { anchors }: Surface, page: string): Generator<Problem> {
	if (anchors && !anchors.includes(anchor)) {
		yield problem('anchor-broken', place, { anchor, page, nearest: nearest(anchor, anchors) });
	}
}

export const check = { kinds, own: [checkSees], among: [checkLinks] } satisfies Check;
