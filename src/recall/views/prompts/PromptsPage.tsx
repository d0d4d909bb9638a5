/** All prompts of the site, by concept: to be read, searched, and added, suspended or started over, one or a whole concept's at once. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { markup } from '../../../ground/markup.ts';
import { count } from '../../../ground/words.ts';
import { conceptPath, pathTo } from '../../../paths.ts';
import type { RecallEvent } from '../../log/events.ts';
import type { Failure, Result } from '../../log/failures.ts';
import type { RecallConcept } from '../../prompts.ts';
import type { Recall } from '../../recall.ts';
import type { Recorded } from '../../recording.ts';
import type { Card } from '../../schedule/card.ts';
import { type Action, actions, isOpenTo, type PromptStatus, statusOf } from '../../schedule/status.ts';
import { hasAllWords } from '../allWords.ts';
import { FailureNote } from '../FailureNote.tsx';
import { HistoryNotes } from '../HistoryNotes.tsx';
import { type Reader, useReader } from '../progress/reader.ts';
import { useCatalog } from '../useCatalog.ts';
import { useHistory } from '../useHistory.ts';
import { placeWords } from '../words.ts';
import { actionWords, bulkWords, doneWords, statusWords } from './promptWords.ts';
import { type AllTexts, type KnownPrompt, useAllTexts } from './useAllTexts.ts';

/** Prompts that a search shows; whoever finds more adds a word. */
const MOST_SHOWN = 40;

const noCatalog = 'The list of prompts could not be loaded. Your review is safe. Check the connection and try again.';

/** What was just done, to be taken back. */
interface Done {
	/** Where: a prompt, or a concept's slug. */
	readonly at: string;
	readonly words: string;
	readonly events: readonly RecallEvent[];
}

/** One prompt of the site, and what the reader's history says of it. */
interface Item {
	readonly prompt: string;
	readonly revision: number;
	readonly card: Card | undefined;
	readonly status: PromptStatus;
}

function run(recall: Recall, action: Action, items: readonly Item[]): Promise<Result<Recorded>> {
	const prompts = items.map(({ prompt }) => prompt);
	switch (action) {
		case 'add':
			return recall.enrol(items.map(({ prompt, revision }) => ({ prompt, revision })));
		case 'suspend':
			return recall.suspend(prompts);
		case 'resume':
			return recall.resume(prompts);
		case 'reset':
			return recall.reset(prompts);
	}
}

function itemsOf({ input }: Reader, cards: ReadonlyMap<string, Card>, { slug, prompts }: RecallConcept): Item[] {
	return Object.entries(prompts).map(([id, revision]) => {
		const prompt = `${slug}/${id}`;
		const card = cards.get(prompt);
		return { prompt, revision, card, status: statusOf(card, revision, input) };
	});
}

interface Conduct {
	readonly reader: Reader;
	readonly busy: boolean;
	readonly act: (action: Action, at: string, items: readonly Item[]) => void;
	readonly done: Done | undefined;
	readonly onUndo: () => void;
}

interface DoneProps {
	readonly done: Done;
	readonly busy: boolean;
	readonly onUndo: () => void;
}

/** The button that was pressed may be gone: what came of it takes the focus. */
function DoneNote({ done, busy, onUndo }: DoneProps) {
	const said = useRef<HTMLSpanElement>(null);
	useEffect(() => (said.current?.querySelector('button') ?? said.current)?.focus({ preventScroll: true }), [done]);
	return (
		<span ref={said} tabIndex={-1}>
			{done.words}{' '}
			{done.events.length > 0 && (
				<button type="button" class="text-button" aria-disabled={busy} onClick={() => busy || onUndo()}>
					Undo
				</button>
			)}
		</span>
	);
}

interface PromptProps extends Conduct {
	readonly slug: string;
	readonly item: Item;
	/** Position in its list, from 1. */
	readonly number: number;
	readonly text: KnownPrompt;
}

function Prompt({ reader, busy, act, done, onUndo, slug, item, number, text }: PromptProps) {
	return (
		<li class="browsed">
			{/* Questions and answers in their own type, formulas included. */}
			<div class="browsed-ask" dangerouslySetInnerHTML={markup(text.ask)} />
			<details>
				<summary class="text-button">
					Answer<span class="visually-hidden"> to prompt {number}</span>
				</summary>
				<div class="browsed-answer">
					<div dangerouslySetInnerHTML={markup(text.answer)} />
					<p class="note">
						<a href={conceptPath(slug, text.see)}>{placeWords(text)}</a>
					</p>
				</div>
			</details>
			<p class="actions">
				<span class="note">{statusWords(item.status, reader.day)}</span>
				{actions
					.filter((action) => isOpenTo(action, item.card))
					.map((action) => (
						<button
							key={action}
							type="button"
							class="text-button"
							disabled={busy}
							onClick={() => act(action, item.prompt, [item])}
						>
							{actionWords(action)}
							<span class="visually-hidden"> prompt {number}</span>
						</button>
					))}
				<span class="note" role="status">
					{done?.at === item.prompt && <DoneNote done={done} busy={busy} onUndo={onUndo} />}
				</span>
			</p>
		</li>
	);
}

function countWords(items: readonly Item[]): string {
	const number = (kind: PromptStatus['kind']): number => items.filter(({ status }) => status.kind === kind).length;
	const [outside, due, suspended] = [number('outside'), number('due'), number('suspended')];
	return [
		count(items.length, 'prompt'),
		...(outside < items.length ? [`${items.length - outside} in your review`] : []),
		...(due > 0 ? [`${due} due`] : []),
		...(suspended > 0 ? [`${suspended} suspended`] : []),
	].join(', ');
}

interface ConceptProps extends Conduct {
	readonly concept: RecallConcept;
	readonly items: readonly Item[];
	readonly texts: AllTexts;
}

function Concept({ concept: { slug, name }, items, texts, ...conduct }: ConceptProps) {
	const { busy, act, done, onUndo } = conduct;
	const own = texts.of(slug);
	const byId = new Map(own?.map((text) => [`${slug}/${text.id}`, text]));
	return (
		<details
			class="browsed-concept"
			onToggle={({ currentTarget }) => {
				if (currentTarget.open) texts.load([slug]);
			}}
		>
			<summary>
				<h3>{name}</h3>
				<span class="note">{countWords(items)}</span>
			</summary>
			<p class="actions browsed-all">
				{actions.map((action) => {
					const open = items.filter(({ card }) => isOpenTo(action, card));
					return (
						open.length > 0 && (
							<button
								key={action}
								type="button"
								class="text-button"
								disabled={busy}
								onClick={() => act(action, slug, open)}
							>
								{bulkWords(action, open.length, items.length)}
							</button>
						)
					);
				})}
			</p>
			<p class="note browsed-done" role="status">
				{done?.at === slug && <DoneNote done={done} busy={busy} onUndo={onUndo} />}
			</p>
			{own ? (
				<ol>
					{items.map((item, index) => {
						const text = byId.get(item.prompt);
						return (
							text && <Prompt key={item.prompt} {...conduct} slug={slug} item={item} number={index + 1} text={text} />
						);
					})}
				</ol>
			) : (
				!texts.failed.includes(slug) && <p class="note">Fetching its prompts…</p>
			)}
			<p class="note">
				<a href={conceptPath(slug)}>Read {name}</a>
			</p>
		</details>
	);
}

const filters = {
	all: 'All prompts',
	review: 'In your review',
	due: 'Due today',
	outside: 'Not in your review',
	suspended: 'Suspended',
	flagged: 'With a note of yours',
} as const;
type Filter = keyof typeof filters;

function passes({ status: { kind }, card }: Item, filter: Filter): boolean {
	if (filter === 'all') return true;
	if (filter === 'flagged') return card?.note !== undefined;
	return filter === 'review' ? kind !== 'outside' : kind === filter;
}

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
			<p class="lead">
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
			<HistoryNotes history={history} list={list} missing={noCatalog} />
			{reader && <Browse reader={reader} />}
		</>
	);
}
