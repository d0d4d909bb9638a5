/** The record of a listing: what it printed, on what and when; how it is made, and how it is held against a run of today. */
import { withoutMarks } from '../../concepts/listing.ts';
import { type RunRecord, sourceHash } from '../../concepts/schema/record.ts';
import { diffText } from '../diff.ts';
import type { Requirement } from '../requirements.ts';
import { openPage, type PageRun, pageVersion } from './page.ts';
import { machines, type Program, type Run, run } from './run.ts';

/**
 * Runs a program twice, on this machine as it is and as one with another seed for hashes and an older processor: what differs between
 * the two runs would differ for a reader as well.
 *
 * @throws Error when it fails, or with the lines that differ.
 */
export async function runTwice(python: string, program: Program): Promise<Run> {
	const first = await run(python, program, machines.own);
	const second = await run(python, program, machines.plain);
	if (first.output === second.output) return first;
	throw new Error(
		`It prints something else each time: set seeds, sort sets, print neither times nor addresses, and no digit that rounding decides.\n${diffText(first.output, second.output)}`,
	);
}

/**
 * Runs programs on the pages' Python, where a reader runs them.
 *
 * @param programs Those of one listing, with what each of them printed.
 * @returns the version of that Python.
 * @throws Error with what the first of them prints otherwise there.
 */
export async function runOnPage(programs: readonly (Program & { readonly output: string })[]): Promise<string> {
	const page = await openPage();
	for (const { name, source, output } of programs) {
		const drift = pageDriftOf(output, page.run({ name, source: withoutMarks(source) }));
		if (drift) throw new Error(drift);
	}
	return pageVersion;
}

function pageDriftOf(output: string, { out, err, end }: PageRun): string | undefined {
	if (out === output && end === null) return undefined;
	const told = end === null ? '' : `\n${JSON.stringify(end)}`;
	return `On the page’s Python it prints something else:\n${diffText(output, out + err)}${told}`;
}

/** Whether a page runs it without fetching a package. */
export function needsNoPackage({ packages }: Pick<RunRecord, 'packages'>): boolean {
	return Object.keys(packages).length === 0;
}

/**
 * The record of a run, as it is kept beside the listing.
 *
 * @param breaks The source with each break applied, by the break's id.
 */
export function recordOf(
	{ source }: Program,
	{ python, packages, page }: Run & { readonly page?: string | undefined },
	breaks: ReadonlyMap<string, string>,
	date: string,
): RunRecord {
	const hashes = Object.fromEntries([...breaks].map(([id, after]) => [id, sourceHash(after)]));
	return {
		sourceHash: sourceHash(source),
		python,
		packages,
		...(page && { page }),
		...(breaks.size > 0 && { breaks: hashes }),
		date,
	};
}

/** Python and packages as one line: `Python 3.11.2, numpy 1.24.2`. */
export function versionsOf({ python, packages }: Pick<RunRecord, 'python' | 'packages'>): string {
	return [`Python ${python}`, ...Object.entries(packages).map(([name, version]) => `${name} ${version}`)].join(', ');
}

/**
 * What a run of today says otherwise than the record; undefined when it says the same.
 *
 * @param output What the record says it printed.
 */
export function driftOf(output: string, record: RunRecord, today: Run): string | undefined {
	if (output === today.output) return undefined;
	const [then, now] = [versionsOf(record), versionsOf(today)];
	const versions = then === now ? `on ${now}, as recorded` : `recorded on ${then}; run on ${now}`;
	return `It prints something else than its record (${versions}):\n${diffText(output, today.output)}`;
}

/**
 * The packages that a record names at another version than the one pinned now: `numpy 1.24.2, pinned 2.4.6`; of a listing that needs none,
 * the pages' Python.
 */
export function outdatedIn({ packages, page }: RunRecord, requirements: readonly Requirement[]): string[] {
	const outdated = requirements.flatMap(({ module, version }) => {
		const recorded = packages[module];
		return recorded === undefined || recorded === version ? [] : [`${module} ${recorded}, pinned ${version}`];
	});
	if (needsNoPackage({ packages }) && page !== pageVersion) {
		outdated.push(`${page ? `the pages’ Python ${page}` : 'no page’s Python'}, pinned ${pageVersion}`);
	}
	return outdated;
}
