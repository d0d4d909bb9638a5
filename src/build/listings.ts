/**
 * `npm run listings [-- <slug>…]`: runs the listings that changed since they were recorded, and keeps what they print.
 *
 *     --all     those that did not change, too
 *     --check   runs them all, writes nothing, and fails where one prints something else than its record
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nearest } from '../concepts/nearest.ts';
import { type ConceptSource, readContent } from '../concepts/reading/content.ts';
import { type RunRecord, readRecord } from '../concepts/schema/record.ts';
import { driftOf, hashOf, recordOf, runTwice, versionsOf } from '../listings/recording/record.ts';
import { packagesOf, run } from '../listings/recording/run.ts';
import { pythonWith } from './python.ts';
import { today } from './today.ts';

interface Listing {
	readonly concept: ConceptSource;
	/** File name: `attend.py`. */
	readonly name: string;
	readonly source: string;
	readonly output: string | undefined;
	readonly record: RunRecord | undefined;
}

const root = process.cwd();
const { values: options, positionals: slugs } = parseArgs({
	allowPositionals: true,
	options: { check: { type: 'boolean', default: false }, all: { type: 'boolean', default: false } },
});

try {
	await perform();
} catch (thrown) {
	console.error(messageOf(thrown));
	process.exitCode = 1;
}

async function perform(): Promise<void> {
	const listings = conceptsOf(slugs).flatMap(listingsOf);
	const due = listings.filter((listing) => options.check || options.all || isStale(listing));
	if (due.length === 0) {
		console.log(`${counted(listings.length)} recorded as they stand; --all runs them again.`);
		return;
	}
	const python = await pythonWith(await packagesOfAll(due));
	const started = performance.now();
	const failed = await inParallel(due, async (listing) => {
		const says = options.check ? await check(python, listing) : await record(python, listing);
		return `${listing.concept.slug}/${listing.name}: ${says}`;
	});
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	const done = options.check ? 'as recorded' : 'recorded';
	console.log(`\n${counted(due.length - failed)} ${done}${failed ? `, ${failed} failed` : ''} (${seconds} s).`);
	if (failed) process.exitCode = 1;
}

/** @throws Error naming a slug without a folder. */
function conceptsOf(named: readonly string[]): readonly ConceptSource[] {
	const { concepts } = readContent(root, today());
	const known = concepts.map(({ slug }) => slug);
	for (const slug of named) {
		if (known.includes(slug)) continue;
		const meant = nearest(slug, known);
		throw new Error(`There is no folder content/concepts/${slug}.${meant ? ` Did you mean ${meant}?` : ''}`);
	}
	return concepts.filter(({ slug }) => named.length === 0 || named.includes(slug));
}

function listingsOf(concept: ConceptSource): Listing[] {
	return concept.namesIn('listings', '.py').map((name) => {
		const file = (extension: string) => concept.text(`listings/${name.replace(/\.py$/, extension)}`);
		const record = readRecord(file('.run.json'));
		return { concept, name, source: file('.py') ?? '', output: file('.out'), record };
	});
}

function isStale({ source, output, record }: Listing): boolean {
	return output === undefined || record?.sourceHash !== hashOf(source);
}

/** Everything that the listings import outside of the standard library; any Python can tell. */
async function packagesOfAll(listings: readonly Listing[]): Promise<string[]> {
	const paths = listings.map(({ concept, name }) => join(root, concept.pathOf(`listings/${name}`)));
	const found = await packagesOf(await pythonWith([]), paths);
	return [...new Set(Object.values(found).flat())].sort();
}

async function record(python: string, { concept, name, source }: Listing): Promise<string> {
	const program = { name, source };
	const result = await runTwice(python, program);
	const path = join(root, concept.pathOf(`listings/${name}`));
	writeFileSync(path.replace(/\.py$/, '.out'), result.output);
	const written = recordOf(program, result, today());
	writeFileSync(path.replace(/\.py$/, '.run.json'), `${JSON.stringify(written, null, 2)}\n`);
	const warnings = result.warnings && `\nIt also wrote to stderr, which no page shows:\n${result.warnings}`;
	return `recorded on ${versionsOf(written)}${warnings}`;
}

async function check(python: string, listing: Listing): Promise<string> {
	const { concept, name, source, output, record: recorded } = listing;
	if (output === undefined || !recorded || isStale(listing)) {
		throw new Error(`It changed since it was recorded. Run npm run listings -- ${concept.slug}.`);
	}
	// Another seed for hashes than the record's first run: an order that depends on it would show.
	const drift = driftOf(output, recorded, await run(python, { name, source }, 1));
	if (drift) throw new Error(drift);
	return 'prints what is recorded';
}

/**
 * Works off the listings, as many at a time as there are processors, and says of each how it went.
 *
 * @returns Number of those that failed.
 */
async function inParallel(listings: readonly Listing[], work: (listing: Listing) => Promise<string>): Promise<number> {
	const waiting = [...listings];
	let done = 0;
	let failed = 0;
	const worker = async (): Promise<void> => {
		for (let listing = waiting.shift(); listing; listing = waiting.shift()) {
			const started = performance.now();
			const says = await work(listing).catch((error: unknown) => {
				failed++;
				return `✕ ${listing?.concept.pathOf(`listings/${listing.name}`)}\n${messageOf(error)}`;
			});
			const seconds = ((performance.now() - started) / 1000).toFixed(1);
			console.log(`${String(++done).padStart(3)}/${listings.length}  ${seconds.padStart(5)} s  ${indented(says)}`);
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, worker));
	return failed;
}

/** Further lines stand beneath the first. */
function indented(text: string): string {
	return text.replaceAll('\n', '\n                  ');
}

function counted(listings: number): string {
	return `${listings} ${listings === 1 ? 'listing' : 'listings'}`;
}

function messageOf(thrown: unknown): string {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
