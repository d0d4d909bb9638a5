/** All prompts of the site, by concept: to be read, searched, and added, suspended or started over, one or a whole concept's at once. */
import { useMemo, useState } from 'preact/hooks';
import { count } from '../../../ground/words.ts';
import { conceptPath, pathTo } from '../../../paths.ts';
import type { Failure, Result } from '../../log/failures.ts';
import type { Recorded } from '../../recording.ts';
import type { Action } from '../../schedule/status.ts';
import { hasAllWords } from '../allWords.ts';
import { FailureNote } from '../FailureNote.tsx';
import { HistoryNotes } from '../HistoryNotes.tsx';
import { type Reader, useReader } from '../progress/reader.ts';
import { useCatalog } from '../useCatalog.ts';
import { useHistory } from '../useHistory.ts';
import { Concept } from './Concept.tsx';
import { type Filter, filters, type Item, itemsOf, passes, run } from './items.ts';
import { Lead } from './Lead.tsx';
import { type Done, DoneNote, Prompt } from './Prompt.tsx';
import { doneWords } from './promptWords.ts';
import { useAllTexts } from './useAllTexts.ts';

/** Prompts that a search shows; whoever finds more adds a word. */
const MOST_SHOWN = 40;

const noCatalog = 'The list of prompts could not be loaded. Your review is safe. Check the connection and try again.';

function Browse({ reader }: { reader: Reader }) {
	const { recall, state, catalog } = reader;
	const texts = useAllTexts();
	const [typed, type] = useState('');
	const [filter, setFilter] = useState<Filter>('all');
	const [busy, setBusy] = useState(false);
	const [done, setDone] = useState<Done>();
	const [failure, setFailure] = useState<Failure>();
	const items = useMemo(() => {
		const cards = new Map(state.cards.map((card) => [card.prompt, card]));
		return new Map(catalog.concepts.map((concept) => [concept.slug, itemsOf(reader, cards, concept)]));
	}, [reader]);
	const everything = [...items.values()].flat();
	const query = typed.trim();
	const isSearching = query !== '' || filter !== 'all';

	const wantedBy = (by: Filter): string[] =>
		catalog.concepts.flatMap(({ slug }) => (items.get(slug)?.some((item) => passes(item, by)) ? slug : []));
	const wanted = isSearching ? wantedBy(filter) : [];

	const record = async (
		operation: () => Promise<Result<Recorded>>,
		after: (recorded: Recorded) => Done,
	): Promise<void> => {
		setBusy(true);
		const result = await operation();
		if (result.ok) setDone(after(result.value));
		setFailure(result.ok ? undefined : result.failure);
		setBusy(false);
	};
	const act = (action: Action, at: string, own: readonly Item[]): Promise<void> =>
		record(
			() => run(recall, action, own),
			({ events }) => ({ at, words: doneWords(action, own.length), events }),
		);
	const undo = (): void => {
		if (!done) return;
		record(
			() => recall.undo(done.events),
			() => ({ at: done.at, words: 'Taken back.', events: [] }),
		);
	};
	const conduct = { reader, busy, act, done, onUndo: undo };

	const matches = isSearching
		? catalog.concepts.flatMap(({ slug, name }) => {
				const own = new Map(items.get(slug)?.map((item, index) => [item.prompt, { item, number: index + 1 }]));
				return (texts.of(slug) ?? []).flatMap((text) => {
					const found = own.get(`${slug}/${text.id}`);
					const words = `${name} ${text.words} ${found?.item.card?.note ?? ''}`;
					return found && passes(found.item, filter) && hasAllWords(words, query) ? { slug, name, text, ...found } : [];
				});
			})
		: [];
	const shown = [...Map.groupBy(matches.slice(0, MOST_SHOWN), ({ slug }) => slug)];
	/** What was done took its prompt out of what is shown. */
	const isGone = isSearching && done && !matches.slice(0, MOST_SHOWN).some(({ item }) => item.prompt === done.at);
	const fetched = wanted.filter((slug) => texts.of(slug)).length;
	const isFetching = fetched + texts.failed.length < wanted.length;
	return (
		<>
			<p>
				{count(everything.length, 'prompt')} of {count(catalog.concepts.length, 'concept')},{' '}
				{everything.filter(({ status }) => status.kind !== 'outside').length} in your{' '}
				<a href={pathTo('review/')}>review</a>.
			</p>
			<div class="browse-search">
				<label>
					<span class="note">Search all prompts</span>
					<input
						type="search"
						value={typed}
						onInput={({ currentTarget: { value } }) => {
							type(value);
							setDone(undefined);
							if (value.trim()) texts.load(wantedBy(filter));
						}}
					/>
				</label>
				<label>
					<span class="note">Show</span>
					<select
						value={filter}
						onChange={({ currentTarget }) => {
							const chosen = currentTarget.value as Filter;
							setFilter(chosen);
							setDone(undefined);
							if (chosen !== 'all' || query) texts.load(wantedBy(chosen));
						}}
					>
						{Object.entries(filters).map(([name, words]) => (
							<option key={name} value={name}>
								{words}
							</option>
						))}
					</select>
				</label>
			</div>
			<p class="note browsed-done" role="status">
				{isSearching &&
					(isFetching
						? `Fetching prompts: ${fetched} of ${count(wanted.length, 'concept')}…`
						: matches.length > MOST_SHOWN
							? `${count(matches.length, 'prompt')}, of which the first ${MOST_SHOWN} stand here. Another word narrows it down.`
							: `${count(matches.length, 'prompt')} found.`)}
				{isGone && (
					<>
						{' '}
						<DoneNote done={done} busy={busy} onUndo={undo} />
					</>
				)}
			</p>
			{failure && <FailureNote failure={failure} />}
			{texts.failed.length > 0 && (
				<FailureNote
					failure={{
						kind: 'invalid',
						message: `The prompts of ${count(texts.failed.length, 'concept')} could not be loaded. Check the connection.`,
					}}
					onRetry={() => texts.load(texts.failed)}
				/>
			)}
			{isSearching
				? shown.map(([slug, own]) => (
						<section key={slug} class="browse-concept">
							<h2>
								<a href={conceptPath(slug)}>{own[0]?.name}</a>
							</h2>
							<ol>
								{own.map(({ item, number, text }) => (
									<Prompt key={item.prompt} {...conduct} slug={slug} item={item} number={number} text={text} />
								))}
							</ol>
						</section>
					))
				: catalog.categories.map(({ id, title, accent }) => (
						<section key={id} class={`browse-concept accent-${accent}`}>
							<h2>{title}</h2>
							{catalog.concepts
								.filter(({ category, slug }) => category === id && (items.get(slug)?.length ?? 0) > 0)
								.map((concept) => (
									<Concept
										key={concept.slug}
										{...conduct}
										concept={concept}
										items={items.get(concept.slug) ?? []}
										texts={texts}
									/>
								))}
						</section>
					))}
		</>
	);
}

export function PromptsPage() {
	const history = useHistory();
	const { recall, state } = history;
	const list = useCatalog(recall);
	const reader = useReader(recall, state, list.content);
	return (
		<>
			<h1>All prompts</h1>
			<Lead />
			<HistoryNotes history={history} list={list} missing={noCatalog} />
			{reader && <Browse reader={reader} />}
		</>
	);
}
