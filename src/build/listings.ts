/**
 * `npm run listings`: runs the listings that changed since they were recorded, with their breaks, and the tasks with their tests, and keeps
 * what they say.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ownProblems } from '../concepts/checkContent.ts';
import { startGraphviz } from '../concepts/graphviz.ts';
import { changed } from '../concepts/listing.ts';
import { isMissing } from '../concepts/missing.ts';
import { nearest } from '../concepts/nearest.ts';
import { type ConceptSource, readContent } from '../concepts/reading/content.ts';
import { reportOf } from '../concepts/report.ts';
import { breaks as breaksSchema } from '../concepts/schema/break.ts';
import { type RunRecord, readRecord, sourceHash } from '../concepts/schema/record.ts';
import { count } from '../ground/words.ts';
import { requirements } from '../listings/pinned.ts';
import {
	driftOf,
	needsNoPackage,
	outdatedIn,
	recordOf,
	runOnPage,
	runTwice,
	versionsOf,
} from '../listings/recording/record.ts';
import { machines, packagesOf, patient, type Run, run } from '../listings/recording/run.ts';
import { checkTask, isUntold, recordTask, type TaskSource, tasksOf } from '../tasks/recording/tasks.ts';
import { readCommand } from './commandLine.ts';
import { pythonWith } from './python.ts';
import { today } from './today.ts';

interface Listing {
	readonly concept: ConceptSource;
	/** File name: `attend.py`. */
	readonly name: string;
	readonly source: string;
	/** The source with each break applied, by the break's id; one that does not apply is undefined. */
	readonly breaks: ReadonlyMap<string, string | undefined>;
	/** What it printed when it was recorded; with a break's id, what the changed source printed. */
	readonly output: (id?: string) => string | undefined;
	readonly record: RunRecord | undefined;
}

const root = process.cwd();
const { values: options, operands } = readCommand({
	name: 'npm run listings',
	about: 'Runs listings and tasks that changed since they were recorded: all, those of a concept, or one.',
	operands: '[<slug> | <slug>/<file>.py | <slug>/<question>]…',
	options: {
		all: { type: 'boolean', default: false, about: 'those that did not change, too' },
		check: {
			type: 'boolean',
			default: false,
			about: 'run them all, write nothing, and fail where one prints something else than its record',
		},
	},
});

try {
	await perform();
} catch (thrown) {
	console.error(messageOf(thrown));
	process.exitCode = 1;
}

async function perform(): Promise<void> {
	const { listings, tasks } = named();
	const isDue = options.check || options.all;
	const due = {
		listings: listings.filter((one) => isDue || isStale(one)),
		tasks: tasks.filter((one) => isDue || isUntold(one)),
	};
	if (!options.check) await refuseWrong(due.listings);
	if (due.listings.length + due.tasks.length === 0) {
		console.log(`${counted(listings, tasks)} recorded as they stand; --all runs them again.`);
		return;
	}
	const python = await pythonWith(await packagesOfAll(due.listings, due.tasks));
	const started = performance.now();
	const jobs = [
		...due.listings.map((one) => ({
			path: one.concept.pathOf(`listings/${one.name}`),
			name: `${one.concept.slug}/${one.name}`,
			work: () => (options.check ? check(python, one) : record(python, one)),
		})),
		...due.tasks.map((one) => ({
			path: one.concept.pathOf(`tasks/${one.id}`),
			name: `${one.concept.slug}/${one.id}`,
			work: () => (options.check ? checkTask(python, one) : recordTask(python, one, root, today())),
		})),
	];
	const failed = await inParallel(jobs);
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	const done = options.check ? 'as recorded' : 'recorded';
	const ran = counted(
		due.listings.filter((_, at) => !failed.has(jobs[at])),
		due.tasks.filter((_, at) => !failed.has(jobs[due.listings.length + at])),
	);
	console.log(`\n${ran} ${done}${failed.size ? `, ${failed.size} failed` : ''} (${seconds} s).`);
	if (failed.size) process.exitCode = 1;
}

/**
 * The listings and tasks that were asked for; without a word all of them. `--check` passes drafts by unless they are named.
 *
 * @throws Error naming what is not there.
 */
function named(): { listings: Listing[]; tasks: TaskSource[] } {
	const { concepts, drafts } = readContent(root, today());
	const all = [...concepts, ...drafts];
	if (operands.length === 0) {
		const asked = options.check ? concepts : all;
		return { listings: asked.flatMap(listingsOf), tasks: asked.flatMap(tasksOf) };
	}
	const found = operands.map((operand) => {
		const [slug = '', file] = operand.replace(/\/$/, '').split('/');
		const concept = all.find((one) => one.slug === slug);
		if (!concept)
			throw unknown(
				`folder content/concepts/${slug}`,
				slug,
				all.map((one) => one.slug),
			);
		const [listings, tasks] = [listingsOf(concept), tasksOf(concept)];
		if (file === undefined) return { listings, tasks };
		const namedListings = listings.filter(({ name }) => name === file || name === `${file}.py`);
		const namedTasks = tasks.filter(({ id }) => id === file);
		if (namedListings.length + namedTasks.length === 0) {
			const known = [...listings.map(({ name }) => name), ...tasks.map(({ id }) => id)];
			throw unknown(`${concept.pathOf(`listings/${file}`)}`, file, known);
		}
		return { listings: namedListings, tasks: namedTasks };
	});
	return { listings: found.flatMap(({ listings }) => listings), tasks: found.flatMap(({ tasks }) => tasks) };
}

function unknown(what: string, name: string, known: readonly string[]): Error {
	const meant = nearest(name, known);
	return new Error(`There is no ${what}.${meant ? ` Did you mean ${meant}?` : ''}`);
}

/** @throws Error with what the content check would say afterwards, so that nothing is run in vain. */
async function refuseWrong(listings: readonly Listing[]): Promise<void> {
	await startGraphviz();
	const files = new Set(
		listings.flatMap(({ concept, name }) =>
			['.py', '.breaks.yaml'].map((end) => concept.pathOf(`listings/${name.replace(/\.py$/, end)}`)),
		),
	);
	const concepts = new Set(listings.map(({ concept }) => concept));
	const wrong = [...concepts]
		.flatMap((concept) => ownProblems(concept, today()))
		// What the records say will be said anew.
		.filter(({ code }) => code !== 'break-idle' && !code.startsWith('output-'))
		.filter((one) => files.has(one.file) && !isMissing(one));
	if (wrong.length > 0) throw new Error(`Nothing was run. First mend:\n\n${reportOf(wrong)}`);
}

function listingsOf(concept: ConceptSource): Listing[] {
	return concept.namesIn('listings', '.py').map((name) => {
		const file = (extension: string) => concept.text(`listings/${name.replace(/\.py$/, extension)}`);
		const source = file('.py') ?? '';
		// Breaks that are not written as they should be are for npm run check to tell.
		const { data = [] } = breaksSchema.safeParse(concept.breaks.get(name)?.value ?? []);
		return {
			concept,
			name,
			source,
			breaks: new Map(data.map((change) => [change.id, changed(source, change)])),
			output: (id) => file(id === undefined ? '.out' : `.${id}.out`),
			record: readRecord(file('.run.json')),
		};
	});
}

function isStale({ source, breaks, output, record }: Listing): boolean {
	if (output() === undefined || record?.sourceHash !== sourceHash(source)) return true;
	if (outdatedIn(record, requirements).length > 0) return true;
	const recorded = Object.keys(record.breaks ?? {});
	const current = [...breaks];
	return (
		recorded.some((id) => !breaks.has(id)) ||
		current.some(
			([id, after]) => after === undefined || output(id) === undefined || record.breaks?.[id] !== sourceHash(after),
		)
	);
}

/** Everything that the listings import outside of the standard library; any Python can tell. */
async function packagesOfAll(listings: readonly Listing[], tasks: readonly TaskSource[]): Promise<string[]> {
	const paths = [
		...listings.map(({ concept, name }) => join(root, concept.pathOf(`listings/${name}`))),
		...tasks.map(({ concept, id }) => join(root, concept.pathOf(`tasks/${id}.solution.py`))),
	];
	const found = await packagesOf(await pythonWith([]), paths);
	return [...new Set(Object.values(found).flat())].sort();
}

/** The programs of a listing: itself, and each of its breaks by its id. */
function programsOf({ name, source, breaks }: Listing): [id: string | undefined, source: string][] {
	const changes = [...breaks].map(([id, after]): [string, string] => {
		if (after !== undefined) return [id, after];
		throw new Error(`What the break ${id} looks for does not occur exactly once in ${name}. Run npm run check.`);
	});
	return [[undefined, source], ...changes];
}

/** Names the break in what went wrong with it. */
async function naming<Value>(id: string | undefined, work: Promise<Value>): Promise<Value> {
	if (id === undefined) return work;
	return work.catch((error: unknown) => {
		throw new Error(`With the break ${id}: ${messageOf(error)}`);
	});
}

async function record(python: string, listing: Listing): Promise<string> {
	const { concept, name } = listing;
	const programs = programsOf(listing);
	const runs: Run[] = [];
	for (const [id, source] of programs) runs.push(await naming(id, runTwice(python, { name, source })));
	const [first] = runs;
	const same = programs.findIndex(([id], index) => id !== undefined && runs[index]?.output === first?.output);
	if (!first || same > 0) throw new Error(`With the break ${programs[same]?.[0]} it prints the same as without.`);

	const printed = programs.map(([, source], index) => ({ name, source, output: runs[index]?.output ?? '' }));
	const page = needsNoPackage(first) ? await runOnPage(printed) : undefined;

	const stem = join(root, concept.pathOf(`listings/${name.replace(/\.py$/, '')}`));
	const changes = new Map(programs.flatMap(([id, source]) => (id === undefined ? [] : [[id, source]])));
	const written = recordOf({ name, source: listing.source }, { ...first, page }, changes, today());
	const gone = Object.keys(listing.record?.breaks ?? {}).filter((id) => !changes.has(id));
	for (const id of gone) rmSync(`${stem}.${id}.out`, { force: true });
	for (const [index, [id]] of programs.entries()) {
		writeFileSync(`${stem}${id === undefined ? '' : `.${id}`}.out`, runs[index]?.output ?? '');
	}
	writeFileSync(`${stem}.run.json`, `${JSON.stringify(written, null, 2)}\n`);
	const warnings = first.warnings && `\nIt also wrote to stderr, which no page shows:\n${first.warnings}`;
	return `recorded${withBreaks(changes.size)} on ${versionsOf(written)}${warnings}`;
}

async function check(python: string, listing: Listing): Promise<string> {
	const { concept, name, output, record: recorded } = listing;
	if (!recorded || isStale(listing)) {
		const versions = recorded ? outdatedIn(recorded, requirements) : [];
		const reason =
			versions.length > 0 ? `It was recorded on ${versions.join('; ')}` : 'It changed since it was recorded';
		throw new Error(`${reason}. Run npm run listings -- ${concept.slug}.`);
	}
	for (const [id, source] of programsOf(listing)) {
		const drift = driftOf(
			output(id) ?? '',
			recorded,
			await naming(id, run(python, { name, source }, machines.plain, patient)),
		);
		if (drift) throw new Error(id === undefined ? drift : `With the break ${id}: ${drift}`);
	}
	return `as recorded${withBreaks(listing.breaks.size)}`;
}

function withBreaks(breaks: number): string {
	return breaks === 0 ? '' : ` with ${count(breaks, 'break')}`;
}

interface Job {
	readonly path: string;
	readonly name: string;
	readonly work: () => Promise<string>;
}

/**
 * Works off the jobs, as many at a time as there are processors, and says of each how it went.
 *
 * @returns those that failed.
 */
async function inParallel(jobs: readonly Job[]): Promise<ReadonlySet<Job | undefined>> {
	const waiting = [...jobs];
	let done = 0;
	const failed = new Set<Job>();
	const worker = async (): Promise<void> => {
		for (let job = waiting.shift(); job; job = waiting.shift()) {
			const { path, name, work } = job;
			const started = performance.now();
			const says = await work().then(
				(said) => `${name}: ${said}`,
				(error: unknown) => {
					failed.add(job);
					return `✕ ${path}\n${messageOf(error)}`;
				},
			);
			const seconds = ((performance.now() - started) / 1000).toFixed(1);
			console.log(`${String(++done).padStart(3)}/${jobs.length}  ${seconds.padStart(5)} s  ${indented(says)}`);
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, worker));
	return failed;
}

/** Further lines stand beneath the first. */
function indented(text: string): string {
	return text.replaceAll('\n', '\n                  ');
}

/** "3 listings and 1 task". */
function counted(listings: readonly unknown[], tasks: readonly unknown[]): string {
	const counts = [
		...(listings.length > 0 || tasks.length === 0 ? [count(listings.length, 'listing')] : []),
		...(tasks.length > 0 ? [count(tasks.length, 'task')] : []),
	];
	return counts.join(' and ');
}

function messageOf(thrown: unknown): string {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
