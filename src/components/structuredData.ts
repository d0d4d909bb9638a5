/** What search engines are told about a page: schema.org objects, and the text of the script that carries them. */
import type { ConceptSummary } from '../concepts/catalog.ts';
import { lastRevised } from '../concepts/revisions.ts';

/** License of all content. */
const contentLicense = 'https://creativecommons.org/licenses/by/4.0/';

type Thing = Readonly<Record<string, unknown>>;

/** A page on the way from the catalog to this one. `address` is absolute when the site's address is known. */
export interface Crumb {
	readonly name: string;
	readonly address: string;
}

export function webSite(name: string, description: string, address: string): Thing {
	return { '@type': 'WebSite', name, description, url: address, inLanguage: 'en', license: contentLicense };
}

export function learningResource(concept: ConceptSummary, address: string, image: string): Thing {
	return {
		'@type': 'LearningResource',
		name: concept.title,
		description: concept.description,
		url: address,
		image,
		inLanguage: 'en',
		learningResourceType: 'Interview preparation',
		educationalLevel: concept.level,
		timeRequired: `PT${concept.minutes}M`,
		about: concept.category.title,
		...(concept.aliases.length > 0 && { keywords: concept.aliases }),
		datePublished: concept.published,
		dateModified: lastRevised(concept),
		isAccessibleForFree: true,
		license: contentLicense,
	};
}

export function breadcrumbs(crumbs: readonly Crumb[]): Thing {
	return {
		'@type': 'BreadcrumbList',
		itemListElement: crumbs.map(({ name, address }, index) => ({
			'@type': 'ListItem',
			position: index + 1,
			name,
			item: address,
		})),
	};
}

/** The content of a `<script type="application/ld+json">`; nothing in it can end the script. */
export function structuredDataText(things: readonly Thing[]): string {
	return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
}
