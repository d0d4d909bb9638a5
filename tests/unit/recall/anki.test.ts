import { expect, test } from 'vitest';
import { renderForAnki } from '../../../src/published/anki.ts';
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

interface Note {
	readonly guid: string;
	readonly fields: readonly (string | undefined)[];
	readonly deck: string | undefined;
	readonly tags: readonly string[];
}

/**
 * Imports a text file as Anki does, without its dialog being touched (by rslib/src/import_export/text/csv of ankitects/anki at 021c2b1). Lines
 * that begin with a number sign are metadata, later ones comments. Columns for guid, deck, tags and note type are no fields. Where columns have
 * names, a field takes the column of its own name, the first field else the first column, another none; where they have none, fields
 * take the other columns in order.
 */
function imported(text: string, fields: readonly string[]): Note[] {
	const meta = new Map<string, string>();
	const lines = text.split('\n');
	while (lines[0]?.startsWith('#')) {
		const [, key = '', value = ''] = /^#([^:]*):(.*)$/.exec(lines.shift() ?? '') ?? [];
		meta.set(key.trim().toLowerCase(), value);
	}
	expect(meta.get('separator')).toBe('Tab');
	const number = (name: string): number => Number(meta.get(`${name} column`) ?? 0);
	const special = ['guid', 'deck', 'tags', 'notetype'].map(number).filter((column) => column > 0);
	const rows: string[][] = [[]];
	for (const [, quoted, end] of lines.join('\n').matchAll(/"((?:[^"]|"")*)"(\t|\n)/g)) {
		rows.at(-1)?.push((quoted ?? '').replaceAll('""', '"'));
		if (end === '\n') rows.push([]);
	}
	rows.pop();
	const width = rows[0]?.length ?? 0;
	const names = meta.get('columns')?.split('\t') ?? new Array<string>(width).fill('');
	const free = Array.from({ length: width }, (_, index) => index + 1).filter((column) => !special.includes(column));
	const columns = names.every((name) => name === '')
		? fields.map((_, index) => free[index] ?? 0)
		: fields.map((field, index) => free.find((column) => names[column - 1] === field) ?? (index === 0 ? 1 : 0));
	return rows.map((row) => ({
		guid: row[number('guid') - 1] ?? '',
		fields: columns.map((column) => row[column - 1]),
		deck: row[number('deck') - 1],
		tags: (row[number('tags') - 1] ?? '').split(' '),
	}));
}

test.each([
	['English', ['Front', 'Back']],
	['German', ['Vorderseite', 'Rückseite']],
])('Anki in %s imports it with no choice to make', (_, fields) => {
	const text = ankiFile([concept]);
	expect(text).toContain('\n#notetype:Basic\n');
	expect(text).toContain('\n#html:true\n');
	expect(imported(text, fields)).toEqual([
		{
			guid: 'sixfold:pca/axis',
			fields: [
				prompt.ask,
				`<p>See <a href="https://example.org/sixfold/concepts/svd/">SVD</a> and <a href="${address}#axes">axes</a></p>\n<p><a href="${address}#axes">PCA :: axes: The &quot;axes&quot;</a></p>`,
			],
			deck: 'Sixfold::Classical ML::PCA : axes',
			tags: ['sixfold', 'sixfold::pca', 'sixfold::recall'],
		},
	]);
});

test('a prompt is one note, under a guid that stays, so that a later import updates it', () => {
	const second = { ...concept, slug: 'svd', prompts: [prompt, { ...prompt, id: 'rank' }] };
	const guids = imported(ankiFile([concept, second]), ['Front', 'Back']).map(({ guid }) => guid);
	expect(guids).toEqual(['sixfold:pca/axis', 'sixfold:svd/axis', 'sixfold:svd/rank']);
	expect(imported(ankiFile([]), ['Front', 'Back'])).toEqual([]);
});

test('leaves formulas to MathJax and code as it is', async () => {
	expect(await renderForAnki('If $a < b$ and `x--y` then "so" [@ref]:\n\n$$\nx_{1} -- \\text{"q"}\n$$\n')).toBe(
		'<p>If \\(a &#x3C; b\\) and <code>x--y</code> then "so":</p>\n<p>\\[x_{1} -- \\text{"q"}\\]</p>',
	);
	expect(await renderForAnki('```python\nfor x in y:\n    print("$x$")\n```')).toBe(
		'<pre><code class="language-python">for x in y:\n    print("$x$")\n</code></pre>',
	);
});
