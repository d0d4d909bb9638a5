/** Addresses of the site's pages. Every link is made here, so that the site also works under a sub-path. */

// Pure, so that a module that only might build an address is left out of pages that do not.
const base = /* @__PURE__ */ import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** Address of a file or page by its path from the site's root, without a leading slash: `about/`, `rss.xml`. */
export function pathTo(route: string): string {
	return base + route;
}

export const homePath = /* @__PURE__ */ pathTo('');

/** Permanent address of a concept, with an optional anchor (without `#`). */
export function conceptPath(slug: string, anchor?: string): string {
	return pathTo(`concepts/${slug}/${anchor ? `#${anchor}` : ''}`);
}

/** Permanent address of a category. */
export function categoryPath(id: string): string {
	return pathTo(`categories/${id}/`);
}

/** The concept on one page, for the night before. */
export function sheetPath(slug: string): string {
	return pathTo(`concepts/${slug}/sheet/`);
}

/** The concept as one Markdown file, for programs that read. */
export function markdownPath(slug: string): string {
	return pathTo(`concepts/${slug}.md`);
}

/** A listing as a file of its own, byte for byte as it was run: `attend.py`. */
export function listingPath(slug: string, file: string): string {
	return pathTo(`concepts/${slug}/listings/${file}`);
}

/** The concept as a notebook: its text, its listings and what they printed. */
export function notebookPath(slug: string): string {
	return pathTo(`concepts/${slug}/${slug}.ipynb`);
}

/** The picture that stands for a page where it is linked: `home`, `categories/<id>`, `concepts/<slug>`. */
export function cardPath(page: string): string {
	return pathTo(`og/${page}.png`);
}

/** Permanent address of a path by role. */
export function learningPathPath(id: string): string {
	return pathTo(`paths/${id}/`);
}
