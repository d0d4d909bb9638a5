import { expect, test } from 'vitest';
import { renderForAnki } from '../../../src/build/markdown/anki.ts';
import { ankiFile } from '../../../src/recall/anki.ts';
import type { AnkiText } from '../../../src/recall/prompts.ts';

const address = 'https://example.org/sixfold/concepts/pca/';
const prompt: AnkiText = {
	id: 'axis',
	kind: 'recall',
	see: 'axes',
	section: 'The "axes"',
	ask: '<p>Say "hi"\tand</p>\n<pre><code>for x in y:\n    pass\n</code></pre>',
	answer: '<p>See <a href="/sixfold/concepts/svd/">SVD</a> and <a href="#axes">axes</a></p>',
};
const concept = { slug: 'pca', name: 'PCA :: axes', category: 'Classical ML', address, prompts: [prompt] };

/** Reads the file back as Anki does: tab-separated, quotes doubled inside quotes. */
function rows(text: string): string[][] {
	const read: string[][] = [[]];
	for (const [, quoted, end] of text.replace(/^#.*\n/gm, '').matchAll(/"((?:[^"]|"")*)"(\t|\n)/g)) {
		read.at(-1)?.push((quoted ?? '').replaceAll('""', '"'));
		if (end === '\n') read.push([]);
	}
	return read.slice(0, -1);
}

test('says how it is to be read, and has the permanent id in the first field', () => {
	const text = ankiFile([concept]);
	expect(text.split('\n').slice(0, 5)).toEqual([
		'#separator:Tab',
		'#html:true',
		'#columns:Id\tQuestion\tAnswer\tSource\tDeck\tTags',
		'#deck column:5',
		'#tags column:6',
	]);
	expect(rows(text)).toEqual([
		[
			'pca/axis',
			prompt.ask,
			`<p>See <a href="https://example.org/sixfold/concepts/svd/">SVD</a> and <a href="${address}#axes">axes</a></p>`,
			`<a href="${address}#axes">PCA :: axes: The &quot;axes&quot;</a>`,
			'Sixfold::Classical ML::PCA : axes',
			'sixfold sixfold::pca sixfold::recall',
		],
	]);
});

test('has one row a prompt', () => {
	const second = { ...concept, slug: 'svd', prompts: [prompt, { ...prompt, id: 'rank' }] };
	expect(rows(ankiFile([concept, second])).map(([id]) => id)).toEqual(['pca/axis', 'svd/axis', 'svd/rank']);
	expect(rows(ankiFile([]))).toEqual([]);
});

test('leaves formulas to MathJax and code as it is', async () => {
	expect(await renderForAnki('If $a < b$ and `x--y` then "so" [@ref]:\n\n$$\nx_{1} -- \\text{"q"}\n$$\n')).toBe(
		'<p>If \\(a &#x3C; b\\) and <code>x--y</code> then "so":</p>\n<p>\\[x_{1} -- \\text{"q"}\\]</p>',
	);
	expect(await renderForAnki('```python\nfor x in y:\n    print("$x$")\n```')).toBe(
		'<pre><code class="language-python">for x in y:\n    print("$x$")\n</code></pre>',
	);
});
