/**
 * `npm run check`: the content's problems without a build, and the registers of permanent ids.
 */
import { existsSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conceptProblems, problemsOf } from '../concepts/checkContent.ts';
import { idsOf } from '../concepts/checks/register.ts';
import { isMissing } from '../concepts/missing.ts';
import { nearest } from '../concepts/nearest.ts';
import { looseNumbers } from '../concepts/numbers.ts';
import { writePartIds } from '../concepts/partIds.ts';
import { isWarning, type Problem } from '../concepts/problems.ts';
import { type ConceptSource, ContentReader, type ContentSource, contentFolder } from '../concepts/reading/content.ts';
import { type Decisions, idleDecisions, recorded, writeRegister } from '../concepts/register.ts';
import { colored, jsonOf, plain, reportOf } from '../concepts/report.ts';
import { count } from '../ground/words.ts';
import { readCommand } from './commandLine.ts';
import { knowProblems } from './knownProblems.ts';
import { today } from './today.ts';

const root = process.cwd();
const reader = new ContentReader(root);
const { values, operands: slugs } = readCommand({
	name: 'npm run check',
	about: 'Tells what is wrong with the content: of all that is published, or of the concepts named, drafts too.',
	operands: '[<slug>…]',
	options: {
		record: {
			type: 'boolean',
			default: false,
			about: 'take new and revised ids into ids.yaml, and give one where none is',
		},
		retire: {
			type: 'string',
			multiple: true,
			default: [],
			value: '<slug>/<id>',
			about: 'an id was given up on purpose (<slug>: a whole concept)',
		},
		'same-meaning': {
			type: 'string',
			multiple: true,
			default: [],
			value: '<slug>/<id>',
			about: 'a text changed, but asks the same',
		},
		numbers: {
			type: 'string',
			value: '<slug>',
			about: 'list the numbers that are neither bound to an output, nor cited, nor worked out: to read, not to mend',
		},
		json: {
			type: 'boolean',
			default: false,
			about:
				'print all problems as a JSON array, for programs: node src/build/check.ts --json, since npm adds lines of its own',
		},
		watch: { type: 'boolean', default: false, about: 'check again after each change' },
	},
});
/** What is said besides the problems: where these are for a program to read, not among them. */
const say = values.json ? console.error : console.log;
const decisions: Decisions = { retire: values.retire, sameMeaning: values['same-meaning'] };

if (values.record || decisions.retire.length > 0 || decisions.sameMeaning.length > 0) record();
if (values.numbers === undefined) await report();
else listNumbers(conceptNamed(values.numbers, reader.read(today())));
if (values.watch) followContent();

/** Writes what was decided about ids, or says which decision decides nothing. */
function record(): void {
	nameParts();
	const { concepts, gone } = reader.read(today());
	const all = [...concepts, ...gone].flatMap((concept) => idsOf(concept) ?? []);
	const idle = idleDecisions(all, decisions);
	for (const name of idle)
		console.error(`${name}: nothing to decide. It is not in the register, or neither gone nor changed.`);
	if (idle.length > 0) process.exit(1);
	for (const ids of all) {
		const path = join(root, contentFolder, 'concepts', ids.slug, 'ids.yaml');
		writeIfChanged(path, writeRegister(recorded(ids, decisions, today())));
	}
}

/** Writes an id to each criterion and follow-up that has none. */
function nameParts(): void {
	for (const concept of reader.read(today()).concepts) {
		if (concept.questions) {
			const path = join(root, concept.pathOf('questions.yaml'));
			writeIfChanged(path, writePartIds(readFileSync(path, 'utf8')));
		}
	}
}

function writeIfChanged(path: string, text: string): void {
	if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

/** Prints what is to be told, once. */
async function report(): Promise<void> {
	const started = performance.now();
	const content = reader.read(today());
	const named = slugs.map((slug) => conceptNamed(slug, content));
	await knowProblems(content, named.length > 0 ? named : content.concepts);
	const problems = named.length > 0 ? named.flatMap((one) => conceptProblems(one, content)) : problemsOf(content);
	if (values.json) console.log(jsonOf(problems));
	else print(problems);
	process.exitCode = problems.every(isWarning) ? 0 : 1;
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	if (process.exitCode === 0) {
		const checked = named.length > 0 ? slugs.join(', ') : `${content.concepts.length} concepts`;
		say(`${checked}, no problems (${seconds} s).`);
	}
	const passedBy = content.drafts.filter((draft) => !named.includes(draft)).map(({ slug }) => slug);
	if (named.length === 0 && passedBy.length > 0) {
		const drafts = passedBy.length === 1 ? 'One draft was' : `${passedBy.length} drafts were`;
		say(`${drafts} passed by; npm run check -- ${passedBy.join(' ')} tells what is left to do.`);
	}
}

/** What is wrong, then what is missing. */
function print(problems: readonly Problem[]): void {
	const emphasis = process.stderr.isTTY ? colored : plain;
	const [missing, wrong] = [problems.filter(isMissing), problems.filter((one) => !isMissing(one))];
	if (slugs.length > 0 && missing.length > 0) {
		if (wrong.length > 0) console.error(`${reportOf(wrong, emphasis)}\n`);
		console.error(`Still to do:\n\n${reportOf(missing, emphasis)}`);
	} else if (problems.length > 0) console.error(reportOf(problems, emphasis));
}

function conceptNamed(slug: string, { concepts, drafts }: ContentSource): ConceptSource {
	const all = [...concepts, ...drafts];
	const found = all.find((concept) => concept.slug === slug);
	if (found) return found;
	const meant = nearest(
		slug,
		all.map((concept) => concept.slug),
	);
	console.error(`There is no folder ${contentFolder}/concepts/${slug}.${meant ? ` Did you mean ${meant}?` : ''}`);
	process.exit(1);
}

/** Saving several files at once is one change. */
const SETTLED = 50;

function followContent(): void {
	let pending: NodeJS.Timeout | undefined;
	say('Checking after each change; Ctrl+C ends it.');
	watch(join(root, contentFolder), { recursive: true }, () => {
		clearTimeout(pending);
		pending = setTimeout(() => {
			say(`\n${new Date().toLocaleTimeString()}`);
			report();
		}, SETTLED);
	});
}

/** Lists the numbers of a concept that nothing vouches for, each with its sentence. */
function listNumbers(concept: ConceptSource): void {
	const numbers = looseNumbers(concept);
	for (const [file, ofFile] of Map.groupBy(numbers, ({ place }) => place.file)) {
		const rows = ofFile.map(({ number, sentence, printedBy, place }) => {
			const printers = printedBy.length > 0 ? ` (printed by ${printedBy.join(', ')})` : '';
			return `  ${place.line}  ${number}${printers}: ${sentence}`;
		});
		console.log(`${file}\n${rows.join('\n')}\n`);
	}
	console.log(`${count(numbers.length, 'number')} of ${concept.slug} neither bound, nor cited, nor worked out.`);
}
