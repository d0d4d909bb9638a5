/** What the plan holds: the days, what is left out and why, and the list that it is made from. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { download } from '../../files/download.ts';
import { countInWords, sentence } from '../../ground/words.ts';
import { loadPart, messageOf } from '../../loading/loadPart.ts';
import { dateOf, type Preparation, type Recall, weekday } from '../../recall/index.ts';
import type { Item } from '../calendar.ts';
import { calendarOf, conceptsOf, dueNow, type History, isDone } from '../history.ts';
import type { Material } from '../material.ts';
import { keepAgenda } from '../refresh.ts';
import { shown } from '../words.ts';
import { Chosen } from './Chosen.tsx';
import { Days } from './Days.tsx';

/** Days that are shown before the rest is asked for. */
const SHOWN = 28;

interface Props {
	readonly recall: Recall;
	readonly material: Material;
	readonly history: History;
	readonly preparation: Preparation;
	readonly onChange: (change: Partial<Preparation>) => void;
}

/** Takes a day off, or back: a date for itself, a weekday with all of its kind. */
function toggled(day: number, isOff: boolean, { datesOff, daysOff }: Preparation): Partial<Preparation> {
	const date = dateOf(day);
	if (isOff) return { datesOff: [...datesOff, date] };
	if (datesOff.includes(date)) return { datesOff: datesOff.filter((other) => other !== date) };
	return { daysOff: daysOff.filter((own) => own !== weekday(day)) };
}

export function Calendar({ recall, material, history, preparation, onChange }: Props) {
	const [all, setAll] = useState(false);
	const [failed, setFailed] = useState<string>();
	const concepts = useMemo(() => conceptsOf(material), [material]);
	const calendar = useMemo(
		() => calendarOf(recall, history, preparation, concepts),
		[recall, history, preparation, concepts],
	);
	useEffect(() => keepAgenda(calendar, preparation, history, material), [calendar, preparation, history, material]);
	const namesOf = (slugs: readonly string[]): string =>
		slugs.map((slug) => concepts.get(slug)?.name ?? slug).join(', ');
	const words = (item: Item, day: number) => shown(item, day, concepts, preparation, material.paths);
	const { days, leftOut, inserted, missing } = calendar;
	const due = dueNow(recall, history);
	const { interview } = recall.target(history.state.settings);
	const read = Object.entries(history.state.stages).flatMap(([slug, stages]) =>
		[1, 2, 3].every((stage) => stages.includes(stage)) ? slug : [],
	);
	const planned = material.paths.find(({ id }) => id === preparation.path)?.planned ?? [];
	const exported = async (): Promise<void> => {
		try {
			const { planFile } = await loadPart(() => import('../export.ts'));
			download('sixfold-plan.ics', planFile(days, words, recall.clock.now(), location.href), 'text/calendar');
			setFailed(undefined);
		} catch (error) {
			setFailed(messageOf(error));
		}
	};
	return (
		<>
			{preparation.concepts.length === 0 && (
				<p>Nothing is chosen yet. Add concepts below, in the order in which you want to read them.</p>
			)}
			{leftOut.length > 0 && (
				<p class="left-out">
					<strong>{sentence(`${countInWords(leftOut.length, 'concept')} will be left out`)}</strong> {namesOf(leftOut)}.{' '}
					{interview === undefined
						? 'Four weeks do not hold them.'
						: 'They are the end of your list. More minutes a day, or another order, change which.'}
				</p>
			)}
			{inserted.length > 0 && <p class="note">Read as well, because your list builds on it: {namesOf(inserted)}.</p>}
			{missing.length > 0 && (
				<p class="note">
					Your list builds on what is not on it, and there is no time to add it:{' '}
					{missing.map(({ concept, needs }) => `${namesOf(needs)} (for ${namesOf([concept])})`).join('; ')}.
				</p>
			)}
			<Days
				days={all ? days : days.slice(0, SHOWN)}
				shown={words}
				isDone={(item) => isDone(item, history, due)}
				onToggle={(day, isOff) => onChange(toggled(day, isOff, preparation))}
			/>
			<p class="actions no-print">
				{days.length > SHOWN && !all && (
					<button type="button" class="text-button" onClick={() => setAll(true)}>
						Show all {days.length} days
					</button>
				)}
				<button type="button" class="text-button" onClick={exported}>
					Export for a calendar (.ics)
				</button>
				<button type="button" class="text-button" onClick={() => print()}>
					Print
				</button>
			</p>
			{failed && <p role="alert">{failed}</p>}
			<section class="plan-list" aria-labelledby="plan-list">
				<h2 id="plan-list" class="label">
					In this order
				</h2>
				<Chosen
					chosen={preparation.concepts.filter((slug) => concepts.has(slug))}
					leftOut={leftOut}
					read={new Set(read)}
					concepts={concepts}
					material={material}
					onChange={(chosen) => onChange({ concepts: chosen })}
				/>
				{planned.length > 0 && <p class="note">On this path, and in preparation: {planned.join(', ')}.</p>}
			</section>
		</>
	);
}
