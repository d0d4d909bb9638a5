/** A concept as one Markdown file that can be read without the site: the twin of its page. */
import { withoutBindings } from '../concepts/outputs.ts';
import type { ConceptPage } from '../concepts/page.ts';
import { QUESTIONS, RETRIEVAL } from '../concepts/stageNumbers.ts';
import { readListing } from '../listings/shown/listing.ts';
import { taskOf } from '../published/tasks.ts';
import { type Addresses, bodyOf, citedIn, headingOf, referenceList, textOf } from './body.ts';
import { fenced } from './fenced.ts';
import type { ComponentText } from './mdxText.ts';
import { promptsText, questionText } from './questionText.ts';

function listingIn({ summary }: ConceptPage): ComponentText {
	return (attributes) => {
		const file = textOf(attributes, 'file') ?? '';
		const { lines, record, breaks } = readListing(summary.slug, { file, region: textOf(attributes, 'region') });
		const code = fenced('python', lines.map((line) => line.text).join('\n'));
		const output = record ? [`It prints:\n\n${fenced('text', record.output)}`] : [];
		const changes = breaks.map(({ title, find, replace, output, expect }) =>
			[
				`**Break it: ${title.trim()}.** Replace`,
				fenced('python', find.trimEnd()),
				'by',
				fenced('python', replace.trimEnd()),
				'and it prints:',
				fenced('text', output),
				withoutBindings(expect.trim()),
			].join('\n\n'),
		);
		return [`\`${file}\`:`, code, ...output, ...changes].join('\n\n');
	};
}

/** The whole file. */
export function twinOf(page: ConceptPage, addresses: Addresses): string {
	const { summary, questions, prompts } = page;
	const facts = [
		`Category: ${summary.category.title}`,
		`Level: ${summary.level}; reading time: ${summary.minutes} min`,
		`Checked: ${summary.checked}`,
		`Page: <${addresses.page}>`,
		'License: CC BY 4.0 (text), MIT (code)',
	];
	const blocks = [
		`# ${summary.title}`,
		`> ${summary.description}`,
		facts.map((fact) => `- ${fact}`).join('\n'),
		bodyOf(page, addresses, listingIn(page)),
		headingOf(page, QUESTIONS),
		...questions.map((question, index) =>
			citedIn(page, questionText(question, index + 1, taskOf(summary.slug, question.id))),
		),
		headingOf(page, RETRIEVAL),
		citedIn(page, promptsText(prompts)),
		'## References',
		referenceList(page),
	];
	return `${blocks.filter(Boolean).join('\n\n')}\n`;
}
