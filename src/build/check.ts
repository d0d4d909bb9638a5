/**
 * `npm run check`: the content's problems without a build, and the register of permanent ids.
 *
 *     --record                      take new and revised ids into ids.yaml of their concept, and give those that have none
 *     --retire <slug>/<id>          record that an id was given up on purpose (<slug> for a whole concept)
 *     --same-meaning <slug>/<id>    record that a text changed but asks the same
 *     --numbers <slug>              list the numbers that are neither bound to an output, nor cited, nor worked out: to read, not to mend
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { problemsOf } from '../concepts/checkContent.ts';
import { idsOf } from '../concepts/checks/register.ts';
import { nearest } from '../concepts/nearest.ts';
import { looseNumbers } from '../concepts/numbers.ts';
import { writePartIds } from '../concepts/partIds.ts';
import { anyOf, count, isWarning } from '../concepts/problems.ts';
import { contentFolder, readContent } from '../concepts/reading/content.ts';
import { type Decisions, idleDecisions, recorded, writeRegister } from '../concepts/register.ts';
import { colored, plain, reportOf } from '../concepts/report.ts';
import { today } from './today.ts';

const root = process.cwd();
const started = performance.now();
const { values } = parseArgs({
	options: {
		record: { type: 'boolean', default: false },
		retire: { type: 'string', multiple: true, default: [] },
		'same-meaning': { type: 'string', multiple: true, default: [] },
		numbers: { type: 'string' },
	},
});
const decisions: Decisions = { retire: values.retire, sameMeaning: values['same-meaning'] };

if (values.record || decisions.retire.length > 0 || decisions.sameMeaning.length > 0) record();
if (values.numbers === undefined) report();
else listNumbers(values.numbers);

/** Writes what was decided about ids, or says which decision decides nothing. */
function record(): void {
	nameParts();
	const { concepts, gone } = readContent(root, today());
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
	for (const concept of readContent(root, today()).concepts) {
		if (concept.questions) {
			const path = join(root, concept.pathOf('questions.yaml'));
			writeIfChanged(path, writePartIds(readFileSync(path, 'utf8')));
		}
	}
}

function writeIfChanged(path: string, text: string): void {
	if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

function report(): void {
	const content = readContent(root, today());
	const problems = problemsOf(content);
	if (problems.length > 0) console.error(reportOf(problems, process.stderr.isTTY ? colored : plain));
	if (!problems.every(isWarning)) {
		process.exitCode = 1;
		return;
	}
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	console.log(`${content.concepts.length} concepts, no problems (${seconds} s).`);
}

/** Lists the numbers of a concept that nothing vouches for, each with its sentence. */
function listNumbers(slug: string): void {
	const { concepts } = readContent(root, today());
	const concept = concepts.find((one) => one.slug === slug);
	if (!concept) {
		const slugs = concepts.map((one) => one.slug);
		const meant = nearest(slug, slugs);
		console.error(`There is no concept ${slug}. ${meant ? `Did you mean ${meant}?` : `Expected ${anyOf(slugs)}.`}`);
		process.exitCode = 1;
		return;
	}
	const numbers = looseNumbers(concept);
	for (const [file, ofFile] of Map.groupBy(numbers, ({ place }) => place.file)) {
		const rows = ofFile.map(({ number, sentence, printedBy, place }) => {
			const printers = printedBy.length > 0 ? ` (printed by ${printedBy.join(', ')})` : '';
			return `  ${place.line}  ${number}${printers}: ${sentence}`;
		});
		console.log(`${file}\n${rows.join('\n')}\n`);
	}
	console.log(`${count(numbers.length, 'number')} of ${slug} neither bound, nor cited, nor worked out.`);
}
