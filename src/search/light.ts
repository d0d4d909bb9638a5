/** Lights the words that were looked for where a search result leads, until Escape or the next one. Loaded when a reader comes from the search. */
import { loadStyles } from '../styles/loadStyles.ts';
import { spansOf } from './excerpt.ts';
import styles from './light.css?url';
import { sought } from './sought.ts';
import { tellingWords } from './titles.ts';

/** The text of what an anchor names: of a part that folds or stands alone all of it, of a heading what follows it up to the next. */
function textOf(target: Element): Text[] {
	const isHeading = target.matches('h2, h3');
	const scope = (isHeading && target.closest('.stage')) || target;
	const texts: Text[] = [];
	let isWithin = !isHeading;
	const walker = document.createTreeWalker(scope, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
		node instanceof Element && node.matches('.katex, svg') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
	);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		if (node === target) isWithin = true;
		else if (isHeading && isWithin && node instanceof Element && node.matches('h2, h3')) break;
		else if (isWithin && node instanceof Text) texts.push(node);
	}
	return texts;
}

/** Lights what is waiting to be lit, once. */
export async function light(): Promise<void> {
	const typed = tellingWords(sought.read() ?? '');
	sought.forget();
	const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
	if (!target || typed.length === 0 || !CSS.highlights) return;
	await loadStyles(styles);
	const ranges = textOf(target).flatMap((text) =>
		spansOf(text.data, typed).map(({ start, end }) => {
			const range = new Range();
			range.setStart(text, start);
			range.setEnd(text, end);
			return range;
		}),
	);
	CSS.highlights.set('sought', new Highlight(...ranges));
	addEventListener('keydown', ({ key }) => key === 'Escape' && CSS.highlights.delete('sought'));
}
