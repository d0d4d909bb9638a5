/** The progress page, from what is in the reader's browser. */
import { useEffect, useState } from 'preact/hooks';
import { STAGES } from '../../../concepts/stageNumbers.ts';
import { count } from '../../../ground/words.ts';
import type { Renames } from '../../../keeping/rename.ts';
import { hasAny } from '../../../keeping/work.ts';
import { pathTo } from '../../../paths.ts';
import type { Answered } from '../../answered.ts';
import type { RecallEvent } from '../../log/events.ts';
import { AheadNote } from '../AheadNote.tsx';
import { HistoryNotes, Opening } from '../HistoryNotes.tsx';
import { useCatalog } from '../useCatalog.ts';
import { useHistory } from '../useHistory.ts';
import { Almanac } from './Almanac.tsx';
import { Beginning } from './Beginning.tsx';
import { Concepts } from './Concepts.tsx';
import { Forecast } from './Forecast.tsx';
import { Interview } from './Interview.tsx';
import { Questions } from './Questions.tsx';
import { type Reader, useReader } from './reader.ts';
import { YourData } from './YourData.tsx';

/** Answers that say how well the reader remembers of late. */
const LATELY = 100;

const PARTS = [
	['forecast', 'Forecast'],
	['almanac', 'Almanac'],
	['concepts', 'Concepts'],
	['questions', 'Questions'],
	['interview', 'Interview'],
	['your-data', 'Your data'],
] as const;

/** Every event that holds, in order; undefined until they are read. What cannot be read, the pictures do without. */
function useEvents(reader: Reader | undefined): RecallEvent[] | undefined {
	const [events, setEvents] = useState<RecallEvent[]>();
	useEffect(() => {
		if (!reader) return undefined;
		let stale = false;
		reader.recall.history(0, reader.day).then((read) => {
			if (!stale) setEvents(read.ok ? read.value : []);
		});
		return () => {
			stale = true;
		};
	}, [reader]);
	return events;
}

/** What the reader has answered of interview questions, as another room of the site knows it. */
export type LoadAnswered = (former: Renames) => Promise<Answered>;

/** Undefined until it is known; `none` when there is nothing, or it cannot be had. */
function useAnswered(reader: Reader | undefined, load: LoadAnswered): Answered | 'none' | undefined {
	const [answered, setAnswered] = useState<Answered | 'none'>();
	useEffect(() => {
		if (!reader) return undefined;
		let stale = false;
		const read = async (): Promise<Answered | 'none'> => {
			const sessions = await reader.recall.sessions();
			// What was just finished waits until a page takes it into the history.
			if (!hasAny('finished') && !(sessions.ok && sessions.value.length > 0)) return 'none';
			const found = await load(reader.catalog.former);
			return found.kept > 0 ? found : 'none';
		};
		read().then(
			(found) => stale || setAnswered(found),
			() => stale || setAnswered('none'),
		);
		return () => {
			stale = true;
		};
	}, [reader]);
	return answered;
}

function lateWords(events: readonly RecallEvent[]): string {
	const answers = events.flatMap((event) => (event.kind === 'review' ? event : [])).slice(-LATELY);
	if (answers.length === 0) return '';
	const remembered = answers.filter(({ rating }) => rating > 1).length;
	return answers.length < LATELY
		? ` Of ${count(answers.length, 'answer')}, ${remembered} ${remembered === 1 ? 'was' : 'were'} remembered.`
		: ` Of the last ${LATELY} answers, ${remembered} were remembered.`;
}

interface PartsProps {
	readonly reader: Reader;
	readonly events: readonly RecallEvent[];
	readonly answered: Answered | 'none';
}

function Lead({ reader: { state, catalog }, events, answered }: PartsProps) {
	const finished = catalog.concepts.filter(({ slug }) => state.stages[slug]?.length === STAGES).length;
	const kept = state.cards.filter((card) => card.enrolled).length;
	return (
		<p class="lead">
			You have finished {finished} of {count(catalog.concepts.length, 'concept')} and keep {count(kept, 'prompt')}.
			{lateWords(events)}
			{answered !== 'none' && answered.questions > 0 && ` You have answered ${count(answered.questions, 'question')}.`}
			{state.marks.length > 0 && (
				<>
					{' '}
					You have marked <a href={pathTo('marks/')}>{count(state.marks.length, 'place')}</a>.
				</>
			)}
		</p>
	);
}

function Parts(props: PartsProps) {
	const { reader, events, answered } = props;
	const { state } = reader;
	const hasHistory = state.cards.length + state.marks.length > 0 || Object.keys(state.stages).length > 0;
	const isNew = !hasHistory && answered === 'none';
	const reviews = state.cards.some((card) => card.enrolled);
	return (
		<>
			{isNew ? <Beginning /> : <Lead {...props} />}
			{reviews && <Forecast reader={reader} />}
			{!isNew && !reviews && (
				<p>
					No prompts are in your review yet. The retrieval check at the end of each concept adds them, or you choose
					among <a href={pathTo('prompts/')}>all prompts</a>; then a forecast and an almanac stand here.
				</p>
			)}
			{reviews && <Almanac reader={reader} events={events} />}
			{hasHistory && <Concepts reader={reader} />}
			{answered !== 'none' && <Questions reader={reader} answered={answered} />}
			{reviews && <Interview reader={reader} />}
			<YourData reader={reader} />
		</>
	);
}

/** The parts that are on the page, and which of them is in view. */
function Rail({ reader }: { reader: Reader }) {
	const [parts, setParts] = useState<readonly string[]>([]);
	const [here, setHere] = useState('');
	useEffect(() => {
		const headings = PARTS.map(([id]) => document.getElementById(id)).filter((heading) => heading !== null);
		setParts(headings.map(({ id }) => id));
		const update = (): void => {
			const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
			const reached = headings.filter((heading) => heading.getBoundingClientRect().top <= innerHeight * 0.4);
			setHere((atEnd ? headings : reached).at(-1)?.id ?? headings[0]?.id ?? '');
		};
		update();
		addEventListener('scroll', update, { passive: true });
		return () => removeEventListener('scroll', update);
	}, [reader.state]);
	if (parts.length < 2) return null;
	return (
		<nav class="page-rail no-print" aria-label="On this page">
			<ol class="rail">
				{PARTS.filter(([id]) => parts.includes(id)).map(([id, title]) => (
					<li key={id} class={id === here ? 'here' : undefined}>
						<a href={`#${id}`} aria-current={id === here ? 'true' : undefined}>
							{title}
						</a>
					</li>
				))}
			</ol>
		</nav>
	);
}

/** An address such as `#your-data` leads to a part that was not there when the page was loaded. */
function useAddress(isRead: boolean): void {
	useEffect(() => {
		if (isRead && location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
	}, [isRead]);
}

const noCatalog = 'The list of concepts could not be loaded. Your history is safe. Check the connection and try again.';

export function ProgressPage({ loadAnswered }: { loadAnswered: LoadAnswered }) {
	const history = useHistory();
	const { recall, state } = history;
	const list = useCatalog(recall);
	const reader = useReader(recall, state, list.content);
	const events = useEvents(reader);
	// All parts at once, so that nothing moves.
	const answered = useAnswered(reader, loadAnswered);
	const isRead = reader !== undefined && events !== undefined && answered !== undefined;
	useAddress(isRead);
	return (
		<>
			{isRead && <Rail reader={reader} />}
			<div class="body progress">
				<h1>Progress</h1>
				<HistoryNotes history={history} list={list} missing={noCatalog} />
				{recall && state && <AheadNote recall={recall} state={state} />}
				{isRead && <Parts reader={reader} events={events} answered={answered} />}
				{!isRead && <Opening history={history} list={list} newcomer={<Beginning />} />}
			</div>
		</>
	);
}
