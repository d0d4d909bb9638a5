/**
 * Puts classes in place of the style attributes of the built site. Their rules stand in each page; a concept's page has those of its own
 * questions and prompts too. Pages that show the texts of any concept have one stylesheet for all of them.
 */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { hashedName } from '../fonts/assetNames.ts';
import { type Rules, stylesheetOf, withClasses, withClassesIn } from '../styleClasses.ts';

export default function styleClasses(): AstroIntegration {
	let base = '/';
	return {
		name: 'style-classes',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = config.base;
			},
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const texts = await changeTexts(root);
				await changePages(root, base, texts);
			},
		},
	};
}

async function filesOf(root: string, pattern: string): Promise<string[]> {
	return (await Array.fromAsync(glob(pattern, { cwd: root }))).map((file) => file.replaceAll('\\', '/')).sort();
}

/** Changes the texts that scripts fetch. @returns Their rules by the folder that they lie in. */
async function changeTexts(root: string): Promise<Map<string, Rules>> {
	const byFolder = new Map<string, Rules>();
	for (const file of await filesOf(root, '**/*.json')) {
		const path = join(root, file);
		const before = await readFile(path, 'utf8');
		if (!before.includes(' style=\\"')) continue;
		const folder = file.replace(/[^/]*$/, '');
		const rules: Rules = byFolder.get(folder) ?? new Map();
		byFolder.set(folder, rules);
		await writeFile(path, JSON.stringify(withClassesIn(JSON.parse(before), rules)));
	}
	return byFolder;
}

async function changePages(root: string, base: string, texts: ReadonlyMap<string, Rules>): Promise<void> {
	const all = stylesheetOf(new Map([...texts.values()].flatMap((rules) => [...rules])));
	const file = `_astro/${hashedName('texts.css', all)}`;
	if (all !== '') await writeFile(join(root, file), all);
	const formulaStyles = await stylesOfFormulas(root);
	for (const page of await filesOf(root, '**/*.html')) {
		const path = join(root, page);
		const before = await readFile(path, 'utf8');
		const rules: Rules = new Map(texts.get(page.replace(/[^/]*$/, '')));
		const html = withClasses(before, rules);
		const showsTexts =
			rules.size === 0 && !page.startsWith('concepts/') && formulaStyles.some((name) => html.includes(name));
		const own = rules.size > 0 ? `<style>${stylesheetOf(rules)}</style>` : '';
		const added = showsTexts && all !== '' ? `<link rel="stylesheet" href="${base}${file}">` : own;
		if (added !== '')
			await writeFile(
				path,
				html.replace('</head>', () => `${added}</head>`),
			);
	}
}

/** Names of the stylesheets that draw formulas: a page that has one without a formula waits for texts. */
async function stylesOfFormulas(root: string): Promise<string[]> {
	const found: string[] = [];
	for (const file of await filesOf(root, '_astro/*.css')) {
		if ((await readFile(join(root, file), 'utf8')).includes('.katex-html')) found.push(file);
	}
	return found;
}
