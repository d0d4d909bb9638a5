/** The plan: from the date of an interview and minutes a day to what is done on each day, computed anew from the history each time. */
import { useEffect, useState } from 'preact/hooks';
import { countInWords, sentence } from '../../ground/words.ts';
import { useFetched } from '../../loading/useFetched.ts';
import type { Failure, Preparation, Recall, State } from '../../recall/index.ts';
import { FailureNote, fullDate, HistoryNotes, Opening, useDay, useHistory } from '../../recall/views/index.ts';
import { writeAgenda } from '../agenda.ts';
import { type History, readHistory } from '../history.ts';
import { fetchMaterial, type Material } from '../material.ts';
import { Beginning } from './Beginning.tsx';
import { Calendar } from './Calendar.tsx';
import { Wishes } from './Wishes.tsx';

const noMaterial =
	'The list of concepts could not be loaded. Your history is safe. Check the connection and try again.';

/** The history, read anew after each change of `state` and each turn of the day. */
function useRead(recall: Recall | undefined, material: Material | undefined, state: State | undefined) {
	const [history, setHistory] = useState<History>();
	const [failure, setFailure] = useState<Failure>();
	const day = useDay(recall);
	useEffect(() => {
		if (!recall || !material || !state || day === undefined) return undefined;
		let stale = false;
		const read = async (): Promise<void> => {
			await recall.rename(material.former);
			const result = await readHistory(recall, material.former);
			if (stale) return;
			if (result.ok) setHistory(result.value);
			setFailure(result.ok ? undefined : result.failure);
		};
		read();
		return () => {
			stale = true;
		};
	}, [recall, material, state, day]);
	return { history, failure };
}

/** What the plan is made for, in a few words. */
function Facts({ preparation, interview, day, material }: FactsProps) {
	const path = material.paths.find(({ id }) => id === preparation.path);
	const { level, minutes } = preparation;
	const left = interview === undefined ? undefined : interview - day;
	return (
		<p class="lead">
			{interview === undefined || left === undefined
				? 'No date is set, so four weeks are planned, and the plan goes on.'
				: left === 0
					? 'The interview is today. Good luck.'
					: `${sentence(`${countInWords(left, 'day')} until the interview on ${fullDate(interview)}`)}`}{' '}
			{path ? path.title : 'Your own choice'}, {level} level, {minutes} minutes a day.
		</p>
	);
}

interface FactsProps {
	readonly preparation: Preparation;
	readonly interview: number | undefined;
	readonly day: number;
	readonly material: Material;
}

interface PlanProps {
	readonly recall: Recall;
	readonly material: Material;
	readonly history: History;
}

function Plan({ recall, material, history }: PlanProps) {
	const { settings } = history.state;
	const now = settings.preparation ?? undefined;
	const [asked, setAsked] = useState(() => new URLSearchParams(location.search).get('path') ?? undefined);
	const [isChanging, setChanging] = useState(now === undefined || (asked !== undefined && asked !== now.path));
	const [failure, setFailure] = useState<Failure>();
	const close = (): void => {
		setChanging(false);
		setAsked(undefined);
	};
	const save = async (change: Parameters<Recall['saveSettings']>[0]): Promise<void> => {
		const saved = await recall.saveSettings(change);
		setFailure(saved.ok ? undefined : saved.failure);
		if (saved.ok) close();
		if (saved.ok && !saved.value.preparation) {
			writeAgenda(undefined);
			setChanging(true);
		}
	};
	return (
		<>
			{failure && <FailureNote failure={failure} />}
			{now ? (
				<Facts preparation={now} interview={recall.target(settings).interview} day={history.day} material={material} />
			) : (
				<Beginning />
			)}
			{isChanging ? (
				<Wishes
					material={material}
					day={history.day}
					now={now}
					interview={settings.interview}
					asked={asked}
					onSave={save}
					onCancel={now && close}
				/>
			) : (
				<p class="actions no-print">
					<button type="button" class="text-button" onClick={() => setChanging(true)}>
						Change date, time or path
					</button>
					<button type="button" class="text-button" onClick={() => save({ preparation: null })}>
						Give the plan up
					</button>
				</p>
			)}
			{now && (
				<Calendar
					recall={recall}
					material={material}
					history={history}
					preparation={now}
					onChange={(change) => save({ preparation: { ...now, ...change } })}
				/>
			)}
		</>
	);
}

export function PlanPage() {
	const opened = useHistory();
	const { recall, state } = opened;
	const list = useFetched(fetchMaterial);
	const { content: material } = list;
	const { history, failure: unread } = useRead(recall, material, state);
	return (
		<>
			<h1>Plan</h1>
			<HistoryNotes history={opened} list={list} missing={noMaterial} />
			{unread && <FailureNote failure={unread} />}
			{recall && material && history ? (
				<Plan recall={recall} material={material} history={history} />
			) : (
				!unread && <Opening history={opened} list={list} newcomer={<Beginning />} />
			)}
		</>
	);
}
