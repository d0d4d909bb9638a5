/** Where the links of a twin lead: whole addresses where the site's is known, else paths. */
import type { ConceptPage } from '../concepts/page.ts';
import { conceptPath, pathTo } from '../paths.ts';
import type { Addresses } from './body.ts';

export function addressesOf({ summary }: ConceptPage, site: URL | undefined): Addresses {
	const address = (path: string) => (site ? new URL(path, site).href : path);
	return { page: address(conceptPath(summary.slug)), of: (path) => address(pathTo(path.slice(1))) };
}
