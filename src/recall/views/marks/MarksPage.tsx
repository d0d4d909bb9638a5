/** Everything that a reader marked, by concept: where it is, their note, and how to change it or take it away. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { count } from '../../../ground/words.ts';
import { isComposing } from '../../../keys/plainKey.ts';
import { useFetched } from '../../../loading/useFetched.ts';
import { conceptPath, pathTo } from '../../../paths.ts';
import type { Failure } from '../../log/failures.ts';
import { LONGEST_NOTE } from '../../log/limits.ts';
import type { Mark } from '../../log/marks.ts';
import { placeOf } from '../../log/marks.ts';
import { fetchPlaces, type MarkablePlaces } from '../../prompts.ts';
import type { Recall } from '../../recall.ts';
import { FailureNote } from '../FailureNote.tsx';
import { HistoryNotes, Opening } from '../HistoryNotes.tsx';
import { useCatalog } from '../useCatalog.ts';
import { useHistory } from '../useHistory.ts';
import { NothingMarked } from './NothingMarked.tsx';
import { byConcept, found, kindOf, withTaken } from './order.ts';

/** Marks from which on they can be searched. */
const MANY = 8;

const noCatalog = 'The list of concepts could not be loaded. Your marks are safe. Check the connection and try again.';

/** Undefined until it is known; without a connection, nothing is known to be gone. */
function usePlaces(): MarkablePlaces | undefined {
	const { content, failed } = useFetched(fetchPlaces);
	return failed ? {} : content;
}

interface NoteFormProps {
	readonly mark: Mark;
	/** Resolves to the failure, if there is one. */
	readonly onSave: (note: string) => Promise<Failure | undefined>;
	readonly onClose: () => void;
}

function NoteForm({ mark, onSave, onClose }: NoteFormProps) {
	const [text, setText] = useState(mark.note);
	const [failure, setFailure] = useState<Failure>();
	const field = useRef<HTMLTextAreaElement>(null);
	useLayoutEffect(() => field.current?.focus(), []);
	const save = async (): Promise<void> => setFailure(await onSave(text));
	return (
		<form
			class="mark-form"
			onSubmit={(event) => {
				event.preventDefault();
				save();
			}}
		>
			<label class="note">
				Your note
				<textarea
					ref={field}
					rows={3}
					maxLength={LONGEST_NOTE}
					value={text}
					onInput={(event) => setText(event.currentTarget.value)}
					onKeyDown={(event) => event.key === 'Escape' && !isComposing(event) && onClose()}
				/>
			</label>
			{failure && <FailureNote failure={failure} onRetry={save} />}
			<p class="actions">
				<button type="submit" class="button">
					Keep the note
				</button>
				<button type="button" class="text-button" onClick={onClose}>
					Cancel
				</button>
			</p>
		</form>
	);
}

interface RowProps {
	readonly recall: Recall;
	readonly mark: Mark;
	/** It was just taken away. */
	readonly isTaken: boolean;
	/** Its page has no such place any more. */
	readonly isGone: boolean;
	readonly onTaken: (mark: Mark) => void;
}

function Row({ recall, mark, isTaken, isGone, onTaken }: RowProps) {
	const { concept, anchor, title, note } = mark;
	const [isEdited, edit] = useState(false);
	const [failure, setFailure] = useState<Failure>();
	const [busy, setBusy] = useState(false);
	const next = useRef<HTMLButtonElement>(null);
	/** The button that was pressed is gone: the one in its place takes the focus. */
	const takesFocus = useRef(false);
	useLayoutEffect(() => {
		if (takesFocus.current && !isEdited) next.current?.focus();
		takesFocus.current = false;
	}, [isEdited, isTaken]);

	const save = async (words: string): Promise<Failure | undefined> => {
		const saved = await recall.mark({ concept, anchor, title, note: words });
		return saved.ok ? undefined : saved.failure;
	};
	const run = async (operation: () => Promise<Failure | undefined>): Promise<void> => {
		setBusy(true);
		takesFocus.current = true;
		setFailure(await operation());
		setBusy(false);
	};
	const take = (): Promise<void> =>
		run(async () => {
			// First, so that the row is never gone: what is still marked shows as that.
			onTaken(mark);
			const taken = await recall.unmark(concept, anchor);
			return taken.ok ? undefined : taken.failure;
		});
	const close = (): void => {
		takesFocus.current = true;
		edit(false);
	};
	const name = <span class="visually-hidden"> {title}</span>;
	if (isTaken) {
		return (
			<li class="mark">
				<p class="note">
					“{title}” is not marked any more.{' '}
					<button ref={next} type="button" class="text-button" onClick={() => busy || run(() => save(note))}>
						Undo{name}
					</button>
				</p>
				{failure && <FailureNote failure={failure} />}
			</li>
		);
	}
	return (
		<li class="mark">
			<p class="mark-place">
				<a href={conceptPath(concept, anchor)}>{title}</a> <span class="note">{kindOf(mark)}</span>
			</p>
			{isGone && <p class="note">Its page has no such part any more. Your mark stays until you remove it.</p>}
			{isEdited ? (
				<NoteForm
					mark={mark}
					onClose={close}
					onSave={async (words) => {
						const failed = await save(words);
						if (!failed) close();
						return failed;
					}}
				/>
			) : (
				<>
					{note && <p class="mark-words">{note}</p>}
					<p class="actions">
						<button ref={next} type="button" class="text-button" onClick={() => edit(true)}>
							{note ? 'Edit the note' : 'Add a note'}
							{name}
						</button>
						<button type="button" class="text-button" disabled={busy} onClick={take}>
							Remove{name}
						</button>
					</p>
				</>
			)}
			{failure && <FailureNote failure={failure} />}
		</li>
	);
}

interface ListProps {
	readonly recall: Recall;
	readonly marks: readonly Mark[];
	readonly catalog: Parameters<typeof byConcept>[1];
	readonly places: MarkablePlaces;
}

function List({ recall, marks, catalog, places }: ListProps) {
	const [typed, type] = useState('');
	const [taken, setTaken] = useState<readonly Mark[]>([]);
	const all = withTaken(marks, taken);
	if (all.length === 0) return <NothingMarked />;
	const held = new Set(marks.map(placeOf));
	const concepts = byConcept(all, catalog, places);
	const shown = found(concepts, typed.trim());
	const shownMarks = shown.reduce((sum, { marks: own }) => sum + own.length, 0);
	return (
		<>
			<p class="lead">
				{count(marks.length, 'mark')} in {count(new Set(marks.map(({ concept }) => concept)).size, 'concept')}. Kept in
				this browser, and in your <a href={pathTo('progress/#your-data')}>backup</a>.
			</p>
			{all.length >= MANY && (
				<p class="browse-search">
					<label>
						<span class="note">Search your marks and notes</span>
						<input type="search" value={typed} onInput={(event) => type(event.currentTarget.value)} />
					</label>
					<span class="note" role="status">
						{typed.trim() && `${shownMarks} of ${count(all.length, 'mark')}`}
					</span>
				</p>
			)}
			{shown.map(({ slug, name, accent, marks: own }) => (
				<section key={slug} class={`browse-concept ${accent ? `accent-${accent}` : ''}`}>
					<h2>
						<a href={conceptPath(slug)}>{name}</a>
					</h2>
					<ul>
						{own.map((mark) => (
							<Row
								key={placeOf(mark)}
								recall={recall}
								mark={mark}
								isTaken={!held.has(placeOf(mark))}
								isGone={places[slug] !== undefined && !places[slug].includes(mark.anchor)}
								onTaken={(gone) => setTaken([...taken.filter((one) => placeOf(one) !== placeOf(gone)), gone])}
							/>
						))}
					</ul>
				</section>
			))}
			{shown.length === 0 && <p>No mark has all of these words.</p>}
		</>
	);
}

export function MarksPage() {
	const history = useHistory();
	const { recall, state } = history;
	const list = useCatalog(recall);
	const { content: catalog } = list;
	const places = usePlaces();
	return (
		<>
			<h1>Your marks</h1>
			<HistoryNotes history={history} list={list} missing={noCatalog} />
			{recall && state && catalog && places ? (
				<List recall={recall} marks={state.marks} catalog={catalog} places={places} />
			) : (
				<Opening history={history} list={list} newcomer={<NothingMarked />} />
			)}
		</>
	);
}
