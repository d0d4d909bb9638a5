/** Everything the page says about a listing: its lines, what it needs to run, and the record of its last run. */
import { readConceptFile } from '../concepts/loaders.ts';
import { runRecord } from '../concepts/schema/record.ts';
import { listingRegion, parseLineNumbers } from './source.ts';

export interface ShownListing {
	readonly lines: readonly { readonly number: number; readonly text: string; readonly stressed: boolean }[];
	/** Length of the whole file. */
	readonly fileLines: number;
	/** What has to be installed: "standard library", "NumPy", "NumPy, PyTorch". */
	readonly needs: string;
	/** What it printed; undefined when only a region is shown that stops short of the end. */
	readonly record: { readonly output: string; readonly versions: string; readonly date: string } | undefined;
}

/** How the packages that a listing may import are called in prose. */
const packageNames: Record<string, string> = { numpy: 'NumPy', torch: 'PyTorch', sklearn: 'scikit-learn' };

/** @throws Error naming the file when the listing, its region or its record is not there. */
export function readListing(
	slug: string,
	{ file, region, highlight }: { file: string; region?: string | undefined; highlight?: string | undefined },
): ShownListing {
	const base = `listings/${file.replace(/\.py$/, '')}`;
	const source = readConceptFile(slug, `listings/${file}`);
	const output = readConceptFile(slug, `${base}.out`);
	const record = readConceptFile(slug, `${base}.run.json`);
	const part = source === undefined ? undefined : listingRegion(source, region);
	if (source === undefined || !part || output === undefined || record === undefined) {
		throw new Error(`content/concepts/${slug}/listings/${file}: the file, its record or the region ${region} is missing`);
	}
	const { python, packages, date } = runRecord.parse(JSON.parse(record));
	const names = Object.entries(packages).map(([name, version]) => ({ name: packageNames[name] ?? name, version }));
	const stressed = new Set(highlight ? parseLineNumbers(highlight) : []);
	return {
		lines: part.lines.map(({ number, text }) => ({ number, text, stressed: stressed.has(number) })),
		fileLines: source.replace(/\n$/, '').split('\n').length,
		needs: names.length > 0 ? names.map(({ name }) => name).join(', ') : 'standard library',
		record: part.reachesEnd
			? {
					output: output.replace(/\n$/, ''),
					versions: [`CPython ${python}`, ...names.map(({ name, version }) => `${name} ${version}`)].join(', '),
					date,
				}
			: undefined,
	};
}
