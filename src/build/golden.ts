/**
 * `npm run golden -- <base URL> <model>`: how far a model agrees with a fair interviewer, criterion by criterion. It goes the way of a
 * reader's drill: same questions, same messages, same checks of quotes. A key is taken from the variable `GOLDEN_KEY`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withPartIds } from '../concepts/partIds.ts';
import { contentFolder } from '../concepts/reading/content.ts';
import { questions } from '../concepts/schema/question.ts';
import { type Endpoint, readBaseUrl } from '../drill/interviewer/endpoint.ts';
import { failureText } from '../drill/interviewer/failures.ts';
import { gradeAnswer, newFence } from '../drill/interviewer/grading.ts';
import type { ModelMark } from '../drill/interviewer/marks.ts';
import type { Script } from '../drill/interviewer/script.ts';
import { scriptOf } from '../published/interview.ts';
import {
	agreementOf,
	type Compared,
	compare,
	type GoldenQuestion,
	type Kind,
	kinds,
	readGolden,
} from './golden/answers.ts';

const root = process.cwd();

function scriptFor({ concept, question }: GoldenQuestion): Script {
	const path = join(root, contentFolder, 'concepts', concept, 'questions.yaml');
	const found = questions.parse(withPartIds(parse(readFileSync(path, 'utf8')))).find(({ id }) => id === question);
	if (!found) throw new Error(`${path} has no question ${question}`);
	return scriptOf(found);
}

/** An answer of which nothing is written is not sent, in a drill neither: it meets nothing. */
async function marksOf(
	endpoint: Endpoint,
	script: Script,
	answer: string,
): Promise<Readonly<Record<string, ModelMark>>> {
	if (answer.trim() === '')
		return Object.fromEntries(script.rubric.map(({ id }) => [id, { grade: 'missed', quote: '' }]));
	const { marks } = await gradeAnswer(endpoint, { script, answer, followUps: script.followUps, fence: newFence() });
	return marks;
}

function summary(compared: readonly Compared[]): string {
	const { criteria, agreed, generous, harsh, none } = agreementOf(compared);
	const share = criteria > 0 ? Math.round((100 * agreed) / criteria) : 0;
	return `${agreed} of ${criteria} agree (${share} %), ${generous} generous, ${harsh} harsh, ${none} without a grade that counts`;
}

async function run(endpoint: Endpoint): Promise<void> {
	const golden = readGolden(readFileSync(join(root, 'src/build/golden/answers.yaml'), 'utf8'));
	const all: (Compared & { readonly kind: Kind })[] = [];
	for (const question of golden) {
		const script = scriptFor(question);
		for (const kind of kinds) {
			console.log(`\n${question.concept}/${question.question}, ${kind}`);
			try {
				const compared = compare(script, question[kind], await marksOf(endpoint, script, question[kind].text));
				for (const { criterion, fair, model } of compared) {
					console.log(
						`  ${fair === model ? '=' : '≠'} ${criterion}: fair ${fair}, model ${model ?? 'nothing that counts'}`,
					);
				}
				all.push(...compared.map((one) => ({ ...one, kind })));
			} catch (error) {
				const unmarked = compare(script, question[kind], {});
				all.push(...unmarked.map((one) => ({ ...one, kind })));
				console.log(`  failed: ${failureText(error)}`);
			}
		}
	}
	console.log(`\n${endpoint.model}`);
	for (const kind of kinds) console.log(`  ${kind}: ${summary(all.filter((one) => one.kind === kind))}`);
	console.log(`  all: ${summary(all)}`);
}

const [address = '', model = ''] = process.argv.slice(2);
const read = readBaseUrl(address);
if (!read.ok || model === '') {
	console.error(read.ok ? 'Name the model, as the server calls it.' : read.message);
	console.error('npm run golden -- http://localhost:11434/v1 llama3.1');
	process.exitCode = 1;
} else {
	await run({ baseUrl: read.baseUrl, model, key: process.env.GOLDEN_KEY ?? '' });
}
