/** The drawings of a built page, as they stand still, and the colors and lines that the site's styles give them. */
import { readFileSync } from 'node:fs';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { transform } from 'lightningcss';
import { visit } from 'unist-util-visit';
import { accents, ink, muted, rule } from '../../styles/colors.ts';
import type { Picture } from './chapter.ts';

const classesOf = ({ properties }: Element): (string | number | boolean | null | undefined)[] =>
	[properties.className].flat();

function find(root: Element, isMeant: (element: Element) => boolean): Element | undefined {
	let found: Element | undefined;
	visit(root, 'element', (element) => {
		if (!found && isMeant(element)) found = element;
	});
	return found;
}

/** What only a page does: take the focus, be pressed, be looked up by scripts. */
function still(svg: Element): Element {
	visit(svg, 'element', (element) => {
		for (const name of Object.keys(element.properties)) {
			if (/^(?:data|tabIndex|on|role$|pointerEvents|dataS)/.test(name) || /^aria[A-Z]/.test(name))
				delete element.properties[name];
		}
	});
	return { ...svg, properties: { ...svg.properties, className: ['drawing'], role: 'img', ariaLabel: wordsOf(svg) } };
}

/** What a drawing says to those who do not see it. */
function wordsOf(svg: Element): string {
	const said = find(svg, ({ tagName }) => tagName === 'desc') ?? find(svg, ({ tagName }) => tagName === 'title');
	return said ? textOf(said) : '';
}

/** Every diagram and figure of a page in its wide drawing. */
export function picturesOf(html: string): Picture[] {
	const pictures: Picture[] = [];
	visit(fromHtml(html), 'element', (element) => {
		const id = String(element.properties.id ?? '');
		if (element.tagName !== 'figure' || !/^(?:diagram|figure)-/.test(id)) return;
		const svg = find(element, (part) => part.tagName === 'svg' && !classesOf(part).includes('for-narrow'));
		const title = find(element, (part) => part.properties.id === `${id}-title`);
		if (!svg || !title) return;
		const words = id.startsWith('figure-') ? wordsOf(svg) : '';
		pictures.push({ id, title: textOf(title), words, svg: still(svg) });
	});
	return pictures;
}

/** Ids of a page's headings by their words, of those that the page's twin has too. */
export function headingsOf(html: string, twin: string): Map<string, string> {
	const titles = new Set([...twin.matchAll(/^### (.*)$/gm)].map(([, title]) => title));
	const found = new Map<string, string>();
	visit(fromHtml(html), 'element', (element) => {
		const words = element.tagName === 'h3' ? textOf(element) : '';
		if (titles.has(words) && element.properties.id) found.set(words, String(element.properties.id));
	});
	return found;
}

/** What the tokens are on paper. */
const tokens: Readonly<Record<string, string>> = {
	paper: '#ffffff',
	ink: ink.light,
	muted,
	rule,
	edge: '#808a8f',
	wash: '#eef3f1',
	'accent-mark': accents.prussian.mark,
	'accent-text': accents.prussian.text,
	serif: 'Georgia, serif',
	sans: 'Arial, sans-serif',
	mono: 'monospace',
};

/** The rules of drawings in the site's own styles, as readers of books know them: without layers, nesting, variables and mixed colors. */
export function drawingStyles(): string {
	const diagram = readFileSync('src/diagrams/diagram.css', 'utf8');
	const figure =
		readFileSync('src/figures/parts/figure.css', 'utf8').match(/^\t\.figure-picture [^{]*\{[^}]*\}/gm) ?? [];
	const css = [
		diagram.replace(/@layer components \{/, '').replace(/\}\s*$/, ''),
		...figure.map((rule) => rule.replaceAll('.figure-picture', '.drawing')),
	]
		.join('\n')
		.replace(/var\(--([\w-]+)\)/g, (name, token: string) => tokens[token] ?? name);
	const flat = css.replace(
		/^(.*):is\(([^)]*)\) \{/gm,
		(_, before: string, list: string) =>
			`${list
				.split(',')
				.map((one) => before + one.trim())
				.join(', ')} {`,
	);
	const { code } = transform({
		filename: 'drawing.css',
		code: Buffer.from(flat),
		targets: { chrome: 60 << 16, safari: 10 << 16 },
	});
	return code.toString();
}
