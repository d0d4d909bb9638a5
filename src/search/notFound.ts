/** The 404 page: offers the concepts that the address suggests, and opens search with its words. */
import { conceptPath, homePath } from '../paths.ts';
import { fetchCatalog, type SearchConcept } from './catalog.ts';
import { suggestConcepts, wordsOfPath } from './suggest.ts';

function link({ slug, name }: SearchConcept): HTMLLIElement {
	const item = document.createElement('li');
	const anchor = document.createElement('a');
	anchor.href = conceptPath(slug);
	anchor.textContent = name;
	item.append(anchor);
	return item;
}

/** Fills `#suggestions` and the words of the page's search button. Leaves the page as it is when nothing is near. */
export async function offerSuggestions(): Promise<void> {
	const place = document.querySelector('#suggestions');
	const words = wordsOfPath(location.pathname, homePath);
	// A number alone, as of this page itself, means no concept.
	if (!place || !words.some((word) => /\p{L}/u.test(word))) return;
	const button = document.querySelector<HTMLElement>('main [data-open-search]');
	if (button) button.dataset.openSearch = words.join(' ');
	const catalog = await fetchCatalog().catch(() => undefined);
	const concepts = catalog ? suggestConcepts(words, catalog) : [];
	if (concepts.length === 0) return;
	const lead = document.createElement('p');
	lead.textContent = concepts.length === 1 ? 'Did you look for this?' : 'Did you look for one of these?';
	const list = document.createElement('ul');
	list.append(...concepts.map(link));
	place.append(lead, list);
}
