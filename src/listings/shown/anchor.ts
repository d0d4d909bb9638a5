/** Where a page shows a listing: an address that bound words and a reader's marks lead to. */
import type { ShownListing } from '../../concepts/outline.ts';
import { outputAnchor } from '../../concepts/outputs.ts';
import { readListing } from './listing.ts';

interface Listed {
	readonly summary: { readonly slug: string };
	/** Every place of the page that shows a listing, in order. */
	readonly listings: readonly ShownListing[];
}

/** A place as it is asked for. */
interface Place {
	readonly file: string;
	readonly region?: string | undefined;
	readonly highlight?: string | undefined;
}

const isSame = (a: Place, b: Place | undefined): boolean =>
	a.file === b?.file && a.region === b.region && a.highlight === b.highlight;

/**
 * The anchor of a place, without `#`. Where the output stands it is that of the listing, else that of the region. A page may show the same
 * more than once: then the first has it, and the others have none.
 */
export function listingAnchor(
	{ summary: { slug }, listings }: Listed,
	place: Place,
	isDraft = false,
): string | undefined {
	const own = listings.filter(({ file }) => file === place.file);
	const output = own.find((shown) => readListing(slug, shown, isDraft).record !== undefined);
	const anchor = outputAnchor({ file: place.file, change: undefined });
	if (isSame(place, output)) return anchor;
	const first = own.find(({ region }) => region === place.region);
	return place.region !== undefined && place.region !== output?.region && isSame(place, first)
		? `${anchor}-${place.region}`
		: undefined;
}
