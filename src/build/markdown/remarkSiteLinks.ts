/** Puts the base path before links that an author writes from the site's root, `/concepts/tokenization-bpe/`. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

export interface SiteLinksOptions {
	/** Path the site lives under: `/` or `/sixfold/`. */
	readonly base: string;
}

export function remarkSiteLinks({ base }: SiteLinksOptions) {
	return (tree: Root): void => {
		visit(tree, ['link', 'definition'], (node) => {
			if ('url' in node && /^\/(?!\/)/.test(node.url)) node.url = base + node.url.slice(1);
		});
	};
}
