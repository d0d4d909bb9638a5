/**
 * What the content check found, in a page of `npm run dev`: a bar that lists what is still to be written, and over the page what is
 * wrong, which Escape closes and the next mistake opens again. Never built into the site.
 */
import type { Problem } from '../../concepts/problems.ts';
import { ASKED, type ConceptState, type ContentState, TOLD } from './messages.ts';

const style = `
	:host { font: 15px/1.5 var(--sans, sans-serif); color: var(--ink); }
	@media print { :host { display: none; } }
	details { position: fixed; z-index: 1000; inset-inline-start: 1rem; inset-block-end: calc(1rem + var(--stage-bar, 0rem));
		max-inline-size: min(40rem, calc(100vw - 2rem)); background: var(--paper); border: 1px solid var(--edge); }
	summary { padding: 0.25rem 0.75rem; cursor: pointer; }
	.list { max-block-size: min(60vh, 30rem); overflow: auto; padding: 0 0.75rem 0.5rem; }
	dialog { max-inline-size: min(46rem, calc(100vw - 2rem)); max-block-size: 80vh; padding: 1rem 1.25rem; overflow: auto;
		color: inherit; background: var(--paper); border: 2px solid var(--madder-mark); }
	dialog::backdrop { background: color-mix(in oklch, var(--paper) 60%, transparent); }
	h2 { margin: 0 0 0.5rem; font-size: 1.125rem; }
	ul { margin: 0; padding: 0; list-style: none; }
	li { padding-block: 0.5rem; border-block-start: 1px solid var(--rule); }
	p { margin: 0; overflow-wrap: anywhere; }
	.mend { font-weight: 600; }
	.expected, .keys { color: var(--muted); }
	button { padding: 0; font: inherit; font-family: var(--mono, monospace); font-size: 0.875em; color: inherit; text-align: start;
		background: none; border: 0; text-decoration: underline; cursor: pointer; overflow-wrap: anywhere; }
	button.close { float: inline-end; font-family: inherit; }
`;

const nothing: ConceptState = { isDraft: false, missing: [], wrong: [] };

function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	properties: Partial<HTMLElementTagNameMap[Name]> = {},
	...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const made = Object.assign(document.createElement(name), properties);
	made.append(...children);
	return made;
}

class ContentBar extends HTMLElement {
	readonly #root = this.attachShadow({ mode: 'open' });
	/** What was wrong when it was last shown: once closed, it stays so until something else is. */
	#shown = '';

	/** Shows the state of the page's concept, if it is one. */
	tell({ concepts, site, root }: ContentState): void {
		const slug = document.querySelector<HTMLElement>('.stage-rail[data-concept]')?.dataset.concept;
		const { isDraft, missing, wrong } = (slug === undefined ? undefined : concepts[slug]) ?? nothing;
		const all = [...wrong, ...site];
		const isOpen = this.#root.querySelector('details')?.open === true;
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(style);
		this.#root.adoptedStyleSheets = [sheet];
		this.#root.replaceChildren();
		if (isDraft || missing.length > 0 || all.length > 0) {
			const counts = [
				...(missing.length > 0 ? [`${missing.length} to do`] : []),
				...(all.length > 0 ? [`${all.length} wrong`] : []),
			];
			const head = element(
				'summary',
				{},
				element('b', {}, isDraft ? 'Draft' : 'Content'),
				' ',
				counts.join(', ') || 'complete',
			);
			const rest = isDraft && counts.length === 0 ? ['Take draft: true out of the frontmatter to publish it.'] : [];
			const list = element('div', { className: 'list' }, this.#list([...all, ...missing], root), ...rest);
			this.#root.append(element('details', { open: isOpen }, head, list));
		}
		const told = JSON.stringify(all.map(({ code, found, file }) => [code, found, file]));
		const isNew = told !== this.#shown;
		this.#shown = told;
		if (all.length > 0 && isNew) this.#interrupt(all, root);
	}

	#interrupt(problems: readonly Problem[], root: string): void {
		const title = problems.length === 1 ? 'One thing is wrong' : `${problems.length} things are wrong`;
		const dialog = element('dialog', {}, element('h2', {}, title), this.#list(problems, root));
		dialog.setAttribute('aria-label', title);
		const close = element(
			'button',
			{ className: 'close', type: 'button', onclick: () => dialog.close() },
			'Close (Esc)',
		);
		dialog.prepend(close);
		this.#root.append(dialog);
		dialog.showModal();
	}

	#list(problems: readonly Problem[], root: string): HTMLUListElement {
		const items = problems.map(({ file, line, column, code, found, expected, mend }) => {
			const place = `${file}:${line}${column === undefined ? '' : `:${column}`}`;
			const open = () => void fetch(`/__open-in-editor?file=${encodeURIComponent(`${root}/${place}`)}`);
			return element(
				'li',
				{},
				element(
					'p',
					{},
					element('button', { type: 'button', title: 'Open in the editor', onclick: open }, place),
					` ${code}`,
				),
				element('p', {}, `Found ${found}`),
				element('p', { className: 'expected' }, `Expected ${expected}`),
				element('p', { className: 'mend' }, mend),
			);
		});
		return element('ul', {}, ...items);
	}
}

customElements.define('content-bar', ContentBar);
const bar = new ContentBar();
document.body.append(bar);
import.meta.hot?.on(TOLD, (state: ContentState) => bar.tell(state));
import.meta.hot?.send(ASKED, {});
