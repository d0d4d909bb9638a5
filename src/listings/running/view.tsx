/** A listing that runs: connects its figure on the page with the editor, the interpreter and the panel beneath it. */
import { loadPart } from '../../loading/loadPart.ts';
import { loadStyles } from '../../styles/loadStyles.ts';
import { render } from '../../translation/render.ts';
import type { Editor } from './editor.ts';
import { inWords } from './failures.ts';
import { forgetSource, keepSource, keptSource, showKept } from './kept.ts';
import { loadOriginal, type Original } from './original.ts';
import { hasRun, Notice, Panel, type Printed, type State } from './Panel.tsx';
import { pagePython, STOPPED, takeTurn } from './pagePython.ts';
import type { Stream } from './protocol.ts';
import styles from './running.css?url';

/** Changes from one stream to the other that are told apart by color: each is an element of the page. */
const PIECES = 500;

const nameOf = (state: State): string => (state.kind === 'busy' ? state.phase.kind : state.kind);

class ListingView {
	readonly #figure: HTMLElement;
	readonly #listing: string;
	readonly #original: Original;
	readonly #notice = document.createElement('div');
	readonly #panel = document.createElement('div');
	#state: State = { kind: 'idle' };
	#printed: Printed[] = [];
	#recordShown = false;
	#agreed = false;
	#run: AbortController | undefined;
	#editor: Editor | undefined;
	#editorPlace: HTMLElement | undefined;
	#frame = 0;
	/** Whether the reader's last change is kept. */
	#isKept = true;

	constructor(figure: HTMLElement, original: Original) {
		this.#figure = figure;
		this.#listing = figure.dataset.listing ?? '';
		this.#original = original;
		this.#notice.className = 'run';
		this.#panel.className = 'run';
		this.#code.before(this.#notice);
		(figure.querySelector('.output') ?? this.#code).after(this.#panel);
		// A copy is of what the reader sees.
		figure.addEventListener('click', (event) => this.#copyEdited(event), { capture: true });
	}

	get #file(): string {
		return this.#listing.split('/').at(-1) ?? '';
	}

	get #source(): string {
		return this.#editor?.source ?? keptSource(this.#listing) ?? this.#original.source;
	}

	/** Runs the listing, in the reader's version if there is one; stops it when it runs. */
	async run(): Promise<void> {
		if (this.#run) {
			this.#run.abort(STOPPED);
			return;
		}
		const run = takeTurn();
		this.#run = run;
		this.#setWord('run', 'Stop');
		const from = scrollY;
		let began = performance.now();
		const seconds = (): number => Math.floor((performance.now() - began) / 1000);
		const clock = setInterval(() => {
			if (this.#state.kind === 'busy') this.#show({ ...this.#state, seconds: seconds() });
		}, 1000);
		try {
			if (keptSource(this.#listing) !== undefined) await this.#openEditor();
			this.#mark(undefined);
			this.#printed = [];
			this.#recordShown = false;
			const program = { file: this.#file, source: this.#source };
			const end = await pagePython.run(program, this.#original.record, {
				signal: run.signal,
				agreed: this.#agreed,
				onPhase: (phase) => {
					const isNew = nameOf(this.#state) !== phase.kind;
					if (isNew) began = performance.now();
					this.#show({ kind: 'busy', phase, seconds: isNew ? 0 : seconds() });
				},
				onOutput: (stream, text) => this.#print(stream, text),
			});
			if ('wheels' in end) {
				this.#show({ kind: 'asking', offer: end });
				return;
			}
			this.#show({ kind: 'ended', end });
			if (end.error?.line) this.#mark(end.error.line);
			// The reader waits where Run stands, and what it printed may be far below.
			if (scrollY === from) this.#panel.scrollIntoView({ block: 'nearest' });
		} catch (error) {
			const ran = this.#state.kind === 'busy' && this.#state.phase.kind === 'running';
			if (run.signal.aborted) this.#show(ran ? { kind: 'stopped', seconds: seconds() } : { kind: 'idle' });
			else this.#show({ kind: 'failed', message: inWords(error) });
		} finally {
			clearInterval(clock);
			this.#run = undefined;
			this.#setWord('run', 'Run');
		}
	}

	/** Opens the editor, or closes it. */
	async edit(): Promise<void> {
		if (this.#editor) this.#closeEditor();
		else {
			(await this.#openEditor()).focus();
		}
	}

	/** Opens the editor with the reader's version, unless the file stands in one elsewhere on the page. */
	async show(): Promise<void> {
		for (const view of views.values()) {
			const other = await view;
			if (other.#listing === this.#listing && other.#editor) return;
		}
		await this.#openEditor();
	}

	/** Brings the original back. */
	async reset(): Promise<void> {
		forgetSource(this.#listing);
		if (this.#editor) this.#editor.replace(this.#original.source);
		this.#showKept();
	}

	/** Makes a change in the editor that its author suggests: to the reader's own version where it fits, else to the original. */
	async apply(find: string, replace: string): Promise<void> {
		const editor = await this.#openEditor();
		if (!editor.source.includes(find)) editor.replace(this.#original.source);
		editor.change(find, replace);
	}

	async #openEditor(): Promise<Editor> {
		const { openEditor } = await loadPart(() => import('./editor.ts'));
		if (this.#editor) return this.#editor;
		// A file that stands on the page twice, by its regions, is edited in one place.
		for (const view of views.values()) {
			const other = await view;
			if (other !== this && other.#listing === this.#listing) other.#closeEditor();
		}
		const place = document.createElement('div');
		place.className = 'run-editor';
		// Seen from outside its shadow root nobody is typing, and a slash would open the search.
		place.addEventListener('keydown', (event) => event.stopPropagation());
		const hint = document.createElement('p');
		hint.className = 'run-message note';
		hint.textContent = 'Ctrl/⌘ Enter runs. Tab indents; Escape, then Tab, leaves the editor.';
		this.#code.after(place, hint);
		this.#code.hidden = true;
		this.#editorPlace = place;
		const editor = openEditor(place, {
			source: keptSource(this.#listing) ?? this.#original.source,
			label: this.#file,
			onChange: (source) => this.#keep(source),
			onRun: () => void this.run(),
		});
		this.#editor = editor;
		this.#setWord('edit', 'Close');
		return editor;
	}

	#closeEditor(): void {
		this.#editor?.close();
		this.#editor = undefined;
		this.#editorPlace?.nextElementSibling?.remove();
		this.#editorPlace?.remove();
		this.#code.hidden = false;
		this.#setWord('edit', 'Edit');
	}

	get #code(): HTMLElement {
		const code = this.#figure.querySelector<HTMLElement>('pre.numbered');
		if (!code) throw new Error(`${this.#listing} has no code on the page`);
		return code;
	}

	#keep(source: string): void {
		if (source === this.#original.source) forgetSource(this.#listing);
		else this.#isKept = keepSource(this.#listing, source);
		this.#showKept();
	}

	/** Says, wherever the file stands on the page, that it is changed. */
	#showKept(): void {
		const changed = this.#isKept ? 'kept' : 'not-kept';
		const state = this.#source === this.#original.source ? 'original' : changed;
		for (const figure of document.querySelectorAll<HTMLElement>(`[data-listing="${this.#listing}"]`)) {
			showKept(figure, state);
		}
	}

	#copyEdited(event: MouseEvent): void {
		const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
		if (!button || !this.#editor) return;
		event.stopPropagation();
		navigator.clipboard.writeText(this.#editor.source).then(
			() => (button.textContent = 'Copied'),
			() => this.#editor?.focus(),
		);
		button.addEventListener('blur', () => (button.textContent = 'Copy'), { once: true });
	}

	/** Marks the line of an error, in the editor or in the listing; undefined takes the mark away. */
	#mark(line: number | undefined): void {
		this.#editor?.mark(line);
		this.#figure.querySelector('.line.run-error-line')?.classList.remove('run-error-line');
		if (line === undefined) return;
		const shown = this.#figure.querySelector(`.line[data-line="${line}"]`);
		shown?.classList.add('run-error-line');
	}

	#goTo(line: number): void {
		this.#mark(line);
		const shown = this.#editor ? undefined : this.#figure.querySelector(`.line[data-line="${line}"]`);
		if (shown) shown.scrollIntoView({ block: 'nearest' });
		else {
			void this.#openEditor().then((editor) => {
				editor.mark(line);
				editor.focus();
			});
		}
	}

	#setWord(button: 'run' | 'edit', word: string): void {
		const place = this.#figure.querySelector(`[data-${button}] [data-word]`);
		if (place) place.textContent = word;
	}

	#print(stream: Stream, text: string): void {
		const last = this.#printed.at(-1);
		if (last && (last.stream === stream || this.#printed.length === PIECES))
			this.#printed[this.#printed.length - 1] = { stream: last.stream, text: last.text + text };
		else this.#printed.push({ stream, text });
		this.#draw();
	}

	/** A new state is drawn at once, so that a screen reader hears that a short program ran again, with the same result. */
	#show(state: State): void {
		const isNew = nameOf(state) !== nameOf(this.#state);
		this.#state = state;
		if (isNew) this.#drawNow();
		else this.#draw();
	}

	/** At most once a frame: a program prints faster than anyone reads. */
	#draw(): void {
		if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#drawNow());
	}

	#drawNow(): void {
		this.#frame = 0;
		const record = this.#figure.querySelector<HTMLElement>('.output');
		if (record) record.hidden = hasRun(this.#state) && !this.#recordShown;
		const props = {
			file: this.#file,
			state: this.#state,
			printed: this.#printed,
			hasRecord: record !== null,
			recordShown: this.#recordShown,
			onToggleRecord: () => {
				this.#recordShown = !this.#recordShown;
				this.#draw();
			},
			onRun: () => void this.run(),
			onFetch: (module?: string) => {
				this.#agreed = true;
				if (module) pagePython.want(module);
				void this.run();
			},
			onDecline: () => this.#show({ kind: 'idle' }),
			onLine: (line: number) => this.#goTo(line),
		};
		render(<Notice {...props} />, this.#notice);
		render(<Panel {...props} />, this.#panel);
	}
}

const views = new Map<HTMLElement, Promise<ListingView>>();

/** The view of a figure with `data-listing`, made at the first call. @throws when its files cannot be loaded; a later call tries again. */
export function viewOf(figure: HTMLElement): Promise<ListingView> {
	const known = views.get(figure);
	if (known) return known;
	const made = Promise.all([loadOriginal(figure.dataset.listing ?? ''), loadStyles(styles)]).then(
		([original]) => new ListingView(figure, original),
	);
	views.set(figure, made);
	made.catch(() => views.delete(figure));
	return made;
}
