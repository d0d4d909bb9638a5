import { expect, test } from 'vitest';
import { searchablePage } from '../../../../src/build/integrations/searchablePage.ts';
import { SPELLING } from '../../../../src/search/spelling.ts';

/** As the Markdown pipeline leaves a formula: its plain reading, and what is drawn. */
const formula = (reading: string): string =>
	`<span class="math" data-reading="${reading}"><span class="katex"><math><mi>read</mi></math>
	<span class="katex-html" aria-hidden="true">drawn</span></span></span>`;

const html = `<html><body><header>Site</header><main>
	<nav>Catalog</nav>
	<h1>Attention</h1>
	<section><p class="label">Stage 3 of 6</p><h2 id="the-math">The math</h2>
		<p>Divide by ${formula('√dₖ')}<sup class="cite"><a href="#r">1</a></sup>.</p>
		<p>The <dfn id="t-scale"><a href="#term-scale">scale</a></dfn> of λ.</p><table><thead><tr><th>Term</th><th>Says</th></tr></thead></table>
		<pre>np.sqrt(d_k)</pre><svg><text>drawing</text></svg><button>Copy</button></section>
	<section><h2 id="questions">Interview questions</h2>
		<details class="question" id="q-scale"><summary><h3 id="question-scale">Why <em>divide</em>?</h3>
			<span class="question-meta"><span class="level">senior</span></span></summary><h4 class="label">Rubric</h4><p>Variance.</p></details></section>
	<section><h2 id="retrieval">Retrieval check</h2>
		<ol><li class="prompt" id="p-root"><div class="prompt-ask"><p>Which root?</p></div><p class="note">From <a href="#the-math">there</a></p></li></ol></section>
</main><footer>Footer</footer></body></html>`;

const page = searchablePage(html, 'deep-learning', { 'the-math': ['SDPA'] });

test('keeps the text and drops controls, pictures and what stands on every page', () => {
	expect(page?.text).toContain('Divide by');
	for (const noise of ['Site', 'Catalog', 'Stage 3', 'drawn', 'drawing', 'Copy', 'Rubric', 'From there', 'Footer']) {
		expect(page?.text).not.toContain(noise);
	}
});

const sections = new Map(page?.sections.map(({ anchor, html: text }) => [anchor, text]));

test('reads formulas as text, with the spelling one types', () => {
	expect(sections.get('the-math')).toContain(`√dₖ ${SPELLING}sqrt ${SPELLING}dk`);
});

test('a section is found, unseen, by its terms and by what a prompt asks about it', () => {
	const text = sections.get('the-math') ?? '';
	for (const word of ['scale', 'Which', 'root?']) expect(text).toContain(SPELLING + word);
	expect(text).toContain('data-value="scale"');
	expect(text).toContain('data-value="Which root?"');
	expect(text).toContain(`λ. ${SPELLING}lambda.`);
});

test('the contents have what a section is about, and what readers look up, which the index does not have', () => {
	expect(page?.sections.find(({ anchor }) => anchor === 'the-math')?.listed).toEqual({
		anchor: 'the-math',
		chapter: 'the-math',
		label: 'The math',
		heading: 'The math',
		topics: 'scale',
		lookups: 'SDPA',
	});
	expect(sections.get('the-math')).not.toContain('SDPA');
});

test('cuts at headings, questions and prompts, at the address they are found at', () => {
	expect([...sections.keys()]).toEqual(['', 'the-math', 'questions', 'q-scale', 'retrieval', 'p-root']);
	expect(sections.get('')).toContain('Attention');
	expect(sections.get('q-scale')).toContain('<h3 id="q-scale">Why divide?</h3>');
	expect(sections.get('q-scale')).toContain('Variance.');
	expect(sections.get('questions')).not.toContain('Variance.');
});

test('tells the category, the chapter and what a section is called', () => {
	const fact = (anchor: string, name: string) =>
		new RegExp(`data-pagefind-meta="${name}\\[data-value\\]" data-value="([^"]*)"`).exec(
			sections.get(anchor) ?? '',
		)?.[1];
	expect(sections.get('the-math')).toContain('data-pagefind-filter="category:deep-learning"');
	expect([fact('q-scale', 'chapter'), fact('q-scale', 'label')]).toEqual(['questions', 'Question, senior']);
	expect([fact('p-root', 'label'), fact('p-root', 'heading')]).toEqual(['Prompt', 'Which root?']);
	expect(fact('the-math', 'label')).toBe('The math');
});

test('refuses a page without main', () => {
	expect(searchablePage('<p>Nothing</p>', 'llms')).toBeUndefined();
});
