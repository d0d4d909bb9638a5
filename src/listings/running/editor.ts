/**
 * A listing in an editor. CodeMirror makes its styles at run time, which the site's policy forbids in a document; in a shadow
 * root it adopts them as a style sheet, which is script's own business.
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tagHighlighter, tags } from '@lezer/highlight';

interface EditorOptions {
	readonly source: string;
	/** What a screen reader calls it. */
	readonly label: string;
	readonly onChange: (source: string) => void;
	readonly onRun: () => void;
}

export interface Editor {
	readonly source: string;
	replace(source: string): void;
	/** Replaces the first place of a text by another, and shows where. Nothing happens when it is not there. */
	change(find: string, replace: string): void;
	/** Marks a line as the place of an error, and shows it; undefined takes the mark away. Any change does too. */
	mark(line: number | undefined): void;
	focus(): void;
	close(): void;
}

/** The colors of code on the page, by the classes that `code.css` gives them there. */
const highlighter = tagHighlighter([
	{
		tag: [
			tags.keyword,
			tags.operatorKeyword,
			tags.controlKeyword,
			tags.definitionKeyword,
			tags.moduleKeyword,
			tags.bool,
			tags.null,
		],
		class: 'keyword',
	},
	{ tag: [tags.string, tags.special(tags.string), tags.escape], class: 'string' },
	{ tag: tags.number, class: 'number' },
	{ tag: tags.comment, class: 'comment' },
]);

const theme = EditorView.theme({
	// The mark of the focus is the place's, which lies around the gutter too.
	'&': { color: 'var(--ink)', backgroundColor: 'var(--code)', font: 'inherit', isolation: 'isolate' },
	'&.cm-focused': { outline: 'none' },
	'.cm-scroller': { font: 'inherit', lineHeight: '1.3125rem' },
	'.cm-content': { padding: '0.75rem 0', caretColor: 'var(--ink)', tabSize: '4' },
	'.cm-line': { padding: '0 1rem 0 0' },
	'.cm-gutters': { color: 'var(--muted)', backgroundColor: 'var(--code)', border: 'none' },
	'.cm-lineNumbers .cm-gutterElement': {
		boxSizing: 'border-box',
		minWidth: 'calc(3rem + 3px)',
		padding: '0 1.25rem 0 3px',
		fontSize: '0.75rem',
	},
	'.cm-content ::selection': { backgroundColor: 'color-mix(in oklab, var(--accent-mark) 30%, var(--code))' },
	'&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--edge)' },
	'.cm-error': { backgroundColor: 'color-mix(in oklab, var(--madder-mark) 14%, var(--code))' },
	'.keyword': { color: 'var(--prussian-text)' },
	'.string': { color: 'var(--verdigris-text)' },
	'.number': { color: 'var(--ochre-text)' },
	'.comment': { color: 'var(--muted)' },
});

const markLine = StateEffect.define<number | undefined>();

const markedLine = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update(marks, transaction) {
		let marked = transaction.docChanged ? Decoration.none : marks;
		for (const effect of transaction.effects) {
			if (!effect.is(markLine)) continue;
			const line = effect.value;
			const { doc } = transaction.state;
			marked =
				line === undefined || line > doc.lines
					? Decoration.none
					: Decoration.set(Decoration.line({ class: 'cm-error' }).range(doc.line(line).from));
		}
		return marked;
	},
	provide: (field) => EditorView.decorations.from(field),
});

/**
 * Where text takes the place of other text, browsers give it the looks of what was there by `style` attributes, which the site's policy
 * refuses: here the editor types.
 */
const typeOver = EditorView.domEventHandlers({
	beforeinput(event, view) {
		if (event.inputType !== 'insertText' || event.data === null || !event.cancelable) return false;
		// A browser tells of a selection a moment later, and this text may come before.
		document.dispatchEvent(new Event('selectionchange'));
		const { from, to, empty } = view.state.selection.main;
		if (empty) return false;
		view.dispatch({
			changes: { from, to, insert: event.data },
			selection: { anchor: from + event.data.length },
			scrollIntoView: true,
			userEvent: 'input.type',
		});
		event.preventDefault();
		return true;
	},
});

/** Puts an editor into an empty element. */
export function openEditor(place: HTMLElement, { source, label, onChange, onRun }: EditorOptions): Editor {
	const root = place.attachShadow({ mode: 'open' });
	const run = (): boolean => {
		onRun();
		return true;
	};
	const view = new EditorView({
		root,
		parent: root,
		state: EditorState.create({
			doc: source,
			extensions: [
				keymap.of([{ key: 'Mod-Enter', run }, indentWithTab, ...defaultKeymap, ...historyKeymap]),
				history(),
				lineNumbers(),
				python(),
				indentUnit.of('    '),
				indentOnInput(),
				bracketMatching(),
				syntaxHighlighting(highlighter),
				markedLine,
				typeOver,
				theme,
				EditorView.contentAttributes.of({
					// What scrolls must be reached by keyboard, and be seen to be.
					tabindex: '0',
					'aria-label': label,
					'aria-description': 'Tab indents. Press Escape, then Tab, to leave.',
					autocapitalize: 'off',
					autocorrect: 'off',
					spellcheck: 'false',
				}),
				EditorView.updateListener.of(({ docChanged, state }) => {
					if (docChanged) onChange(state.doc.toString());
				}),
			],
		}),
	});
	return {
		get source() {
			return view.state.doc.toString();
		},
		replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
		change: (find, insert) => {
			const from = view.state.doc.toString().indexOf(find);
			if (from < 0) return;
			const changes = { from, to: from + find.length, insert };
			view.dispatch({ changes, selection: { anchor: from, head: from + insert.length }, scrollIntoView: true });
			view.focus();
		},
		mark: (line) => {
			const effects: StateEffect<unknown>[] = [markLine.of(line)];
			if (line !== undefined && line <= view.state.doc.lines) {
				effects.push(EditorView.scrollIntoView(view.state.doc.line(line).from, { y: 'nearest' }));
			}
			view.dispatch({ effects });
		},
		focus: () => view.focus(),
		close: () => view.destroy(),
	};
}
