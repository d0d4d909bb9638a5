/** The search dialog: a native modal with one field, which keeps the focus while the arrow keys move through the results. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { count } from '../ground/words.ts';
import { isComposing } from '../keys/plainKey.ts';
import { loadStyles } from '../styles/loadStyles.ts';
import { render } from '../translation/render.ts';
import type { SearchCatalog } from './catalog.ts';
import styles from './dialog.css?url';
import { Results } from './Results.tsx';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { allConcepts, type ConceptResult, countOf, opens } from './results.ts';
import { sought } from './sought.ts';
import { loadCatalog, loadIndex, useResults, type View } from './useResults.ts';

/** Screen readers hear the count when typing rests. */
const ANNOUNCE_AFTER = 700;

function countText(results: View['results']): string {
	return count(countOf(results), 'result');
}

/** Says the count once typing has rested, and only when it is final. */
function useAnnouncement(text: string): string {
	const [announced, announce] = useState('');
	useEffect(() => {
		const timer = setTimeout(() => announce(text), ANNOUNCE_AFTER);
		return () => clearTimeout(timer);
	}, [text]);
	return announced;
}

function IndexMessage({ failure, retry }: { failure: string; retry: () => void }) {
	if (import.meta.env.DEV) {
		return (
			<p class="search-message">
				The full-text index exists only in a build: here, titles and aliases alone are searched. <code>npm start</code>{' '}
				builds it.
			</p>
		);
	}
	return (
		<p class="search-message">
			The text of the pages was not searched. {failure}{' '}
			<button type="button" class="text-button" onClick={retry}>
				Try again
			</button>
		</p>
	);
}

interface RecentProps {
	readonly searches: readonly string[];
	readonly active: string | undefined;
	readonly onChoose: (search: string) => void;
}

function RecentSearches({ searches, active, onChoose }: RecentProps) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox; a fieldset may not stand there.
		<div class="search-recents" role="group" aria-label="Recent searches">
			{searches.map((search, i) => (
				// biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys of the active row.
				<div
					key={search}
					id={`recent-${i}`}
					class="search-recent"
					role="option"
					tabIndex={-1}
					aria-selected={`recent-${i}` === active}
					onClick={() => onChoose(search)}
				>
					{search}
				</div>
			))}
		</div>
	);
}

/** What Enter opens: the page that the query names, else the best section. */
function firstRow(first: ConceptResult | undefined): string | undefined {
	if (!first) return undefined;
	const anchor = opens(first);
	return anchor === undefined ? `found-${first.concept.slug}` : `found-${first.concept.slug}-${anchor}`;
}

interface DialogProps {
	readonly catalog: SearchCatalog;
	readonly words: string;
	readonly onClosed: () => void;
}

function SearchDialog({ catalog, words, onClosed }: DialogProps) {
	const dialog = useRef<HTMLDialogElement>(null);
	const list = useRef<HTMLDivElement>(null);
	const input = useRef<HTMLInputElement>(null);
	const [typed, setTyped] = useState(words);
	const [category, setCategory] = useState<string>();
	const [attempt, setAttempt] = useState(0);
	const [recent, setRecent] = useState(recentSearches);
	const [chosen, setChosen] = useState<string>();
	const query = typed.trim();
	const view = useResults(query, category, catalog, attempt);
	const categoryTitle = catalog.categories.find(({ id }) => id === category)?.title;

	const nothing = query !== '' && view.complete && view.results.length === 0;
	const shown = query === '' ? allConcepts(catalog, category) : view.results;
	const offered = nothing ? (view.nearest.length > 0 ? view.nearest : allConcepts(catalog)) : shown;
	const searches = query === '' && category === undefined ? recent : [];
	const rows = [
		...searches.map((_, i) => `recent-${i}`),
		...offered.flatMap(({ concept, hits }) => [
			`found-${concept.slug}`,
			...hits.map(({ anchor }) => `found-${concept.slug}-${anchor}`),
		]),
	];
	// Once something is typed, Enter opens the first result; before, only what the reader has moved to.
	const active =
		chosen !== undefined && rows.includes(chosen) ? chosen : query && !nothing ? firstRow(offered[0]) : undefined;
	const counted = query === '' || nothing ? '' : view.complete ? countText(view.results) : 'Searching…';
	const announced = useAnnouncement(nothing ? `Nothing found for ${query}` : view.complete ? counted : '');

	useEffect(() => {
		dialog.current?.showModal();
		input.current?.select();
	}, []);
	useEffect(() => {
		if (active) document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
	}, [active]);
	useEffect(() => {
		setChosen(undefined);
		list.current?.scrollTo(0, 0);
	}, [query, category]);

	const close = () => dialog.current?.close();
	const searchFor = (search: string) => {
		setTyped(search);
		input.current?.focus();
	};
	const row = {
		active,
		onOpen: (event: MouseEvent) => {
			rememberSearch(query);
			// Another tab does not see what this one keeps.
			if (event.ctrlKey || event.metaKey || event.shiftKey) return;
			sought.keep(view.mended ?? query);
			close();
		},
	};

	const move = (event: KeyboardEvent) => {
		const at = active === undefined ? -1 : rows.indexOf(active);
		const targets: Record<string, number> = {
			ArrowDown: (at + 1) % rows.length,
			ArrowUp: (at < 1 ? rows.length : at) - 1,
			Home: 0,
			End: rows.length - 1,
		};
		const target = targets[event.key];
		if (target === undefined || event.shiftKey || event.altKey || rows.length === 0) return;
		event.preventDefault();
		setChosen(rows[target]);
	};
	const openActive = (event: KeyboardEvent) => {
		if (event.key !== 'Enter' || active === undefined) return;
		event.preventDefault();
		const { ctrlKey, metaKey, shiftKey } = event;
		document
			.getElementById(active)
			?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
	};

	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog; this is for the pointer.
		<dialog
			ref={dialog}
			class="search"
			aria-label="Search"
			onClose={onClosed}
			onClick={(event) => event.target === dialog.current && close()}
		>
			<div class="search-sheet">
				<div class="search-head">
					<input
						ref={input}
						class="search-input"
						type="text"
						role="combobox"
						aria-label="Search concepts, questions and prompts"
						aria-autocomplete="list"
						aria-controls="search-list"
						aria-expanded={rows.length > 0}
						aria-activedescendant={active}
						autocomplete="off"
						autocapitalize="off"
						spellcheck={false}
						inputMode="search"
						enterKeyHint="go"
						placeholder="Search concepts, questions"
						value={typed}
						onInput={(event) => setTyped(event.currentTarget.value)}
						onKeyDown={(event) => {
							// Escape ends the composition, not the search.
							if (isComposing(event)) {
								if (event.key === 'Escape') event.preventDefault();
								return;
							}
							move(event);
							openActive(event);
						}}
					/>
					<span class={`search-count ${view.complete ? '' : 'waiting'}`} aria-hidden="true">
						{counted}
					</span>
					<button type="button" class="search-close" onClick={close}>
						<span class="key" aria-hidden="true">
							esc
						</span>
						<span class="search-close-word">Close</span>
					</button>
				</div>
				<fieldset class="search-categories">
					<legend class="visually-hidden">Category</legend>
					{[{ id: undefined, title: 'All', accent: undefined }, ...catalog.categories].map(({ id, title, accent }) => (
						<label key={title} class={accent && `accent-${accent}`}>
							<input
								type="radio"
								name="search-category"
								class="visually-hidden"
								checked={id === category}
								onChange={() => setCategory(id)}
							/>
							{title}
						</label>
					))}
				</fieldset>
				<div class="search-body" ref={list}>
					{view.failure && query !== '' && (
						<IndexMessage failure={view.failure} retry={() => setAttempt(attempt + 1)} />
					)}
					{view.planned && query !== '' && (
						<p class="search-message">
							<strong>{view.planned}</strong> is not written yet.{' '}
							{view.results.length > 0 && 'These passages come closest.'}
						</p>
					)}
					{view.mended && (
						<p class="search-message">
							Nothing says “{query}”. These are for{' '}
							<button type="button" class="text-button" onClick={() => searchFor(view.mended ?? '')}>
								{view.mended}
							</button>
							.
						</p>
					)}
					{nothing && (
						<p class="search-message">
							Nothing {categoryTitle ? `in ${categoryTitle} ` : ''}found for “{query}”.{' '}
							{categoryTitle && (
								<button type="button" class="text-button" onClick={() => setCategory(undefined)}>
									Search all categories
								</button>
							)}
						</p>
					)}
					{nothing && <p class="search-heading label">{view.nearest.length > 0 ? 'Nearest' : 'All concepts'}</p>}
					{searches.length > 0 && (
						<p class="search-heading">
							<span class="label">Recent</span>
							<button
								type="button"
								class="text-button"
								onClick={() => {
									forgetSearches();
									setRecent([]);
									input.current?.focus();
								}}
							>
								Forget these
							</button>
						</p>
					)}
					<div id="search-list" role="listbox" aria-label="Results">
						{searches.length > 0 && <RecentSearches searches={searches} active={active} onChoose={searchFor} />}
						<Results results={offered} {...row} />
					</div>
				</div>
				<p class="visually-hidden" role="status">
					{announced}
				</p>
				<p class="search-foot" aria-hidden="true">
					<span>
						<kbd class="key">↑</kbd> <kbd class="key">↓</kbd> move
					</span>
					<span>
						<kbd class="key">↵</kbd> open
					</span>
					<span class="search-scope">Searches titles, sections, questions and prompts</span>
				</p>
			</div>
		</dialog>
	);
}

/**
 * Opens the dialog over the page, with words to search for or none. Does nothing when it is open already.
 *
 * @throws when the list of concepts or the dialog's styles cannot be loaded.
 */
export async function openSearch(words: string): Promise<void> {
	if (document.querySelector('dialog.search')) return;
	// Until the first word is typed, the index is open.
	loadIndex();
	const [catalog] = await Promise.all([loadCatalog(), loadStyles(styles)]);
	if (document.querySelector('dialog.search')) return;
	const place = document.createElement('div');
	document.body.append(place);
	const remove = () => {
		render(null, place);
		place.remove();
	};
	render(<SearchDialog catalog={catalog} words={words} onClosed={remove} />, place);
}
