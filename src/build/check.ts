/**
 * `npm run check`: the content's problems without a build, and the register of permanent ids.
 *
 *     --record                      take new and revised ids into content/ids.yaml
 *     --retire <slug>/<id>          record that an id was given up on purpose (<slug> for a whole concept)
 *     --same-meaning <slug>/<id>    record that a text changed but asks the same
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { problemsOf } from '../concepts/checkContent.ts';
import { currentIds, knownIds } from '../concepts/checks/register.ts';
import { isWarning } from '../concepts/problems.ts';
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
	},
});
const decisions: Decisions = { retire: values.retire, sameMeaning: values['same-meaning'] };

if (values.record || decisions.retire.length > 0 || decisions.sameMeaning.length > 0) record();
report();

/** Writes the register, or says why it cannot. */
function record(): void {
	const content = readContent(root, today());
	const known = knownIds(content);
	if (!known) return;
	const current = currentIds(content);
	const idle = idleDecisions(known, current, decisions);
	for (const name of idle)
		console.error(`${name}: nothing to decide. It is not in the register, or neither gone nor changed.`);
	if (idle.length > 0) process.exit(1);
	writeFileSync(join(root, contentFolder, 'ids.yaml'), writeRegister(recorded(known, current, decisions, today())));
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
