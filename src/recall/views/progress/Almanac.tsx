/** What was done: a month of numerals, one stroke per answer. A day without strokes is a day without strokes. */
import { useState } from 'preact/hooks';
import { count } from '../../../ground/words.ts';
import type { RecallEvent } from '../../log/events.ts';
import { type Day, dayOf, weekday, weekdays } from '../../log/studyDay.ts';
import { type AlmanacDay, almanac } from '../../schedule/progress.ts';
import { dayOfMonth, longDate, monthName, monthOf } from '../dates.ts';
import { Numbers, Section } from './parts.tsx';
import type { Reader } from './reader.ts';

/** Strokes in fives, the fifth across the four. */
function Tally({ answers }: { answers: number }) {
	const groups = Array.from({ length: Math.ceil(answers / 5) }, (_, index) => Math.min(5, answers - 5 * index));
	return (
		<span class="tally" aria-hidden="true">
			{groups.map((strokes, index) => (
				<svg key={index} width="15" height="9" viewBox="0 0 15 9" aria-hidden="true">
					{Array.from({ length: Math.min(4, strokes) }, (_, stroke) => (
						<path key={stroke} d={`M${1.75 + 3.5 * stroke} .5v8`} />
					))}
					{strokes === 5 && <path d="M0 8 14 1" />}
				</svg>
			))}
		</span>
	);
}

function dayWords({ answers, remembered, retries }: AlmanacDay): string {
	if (answers + retries === 0) return '';
	return `, ${count(answers, 'answer')}, ${remembered} remembered${retries > 0 ? `, ${retries} practiced` : ''}`;
}

function Month({ days, today }: { days: readonly AlmanacDay[]; today: Day }) {
	const before = weekday(days[0]?.day ?? 0);
	const cells = [...Array.from({ length: before }, () => undefined), ...days];
	const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
		Array.from({ length: 7 }, (_, index) => cells[7 * week + index]),
	);
	return (
		<table class="almanac">
			<thead>
				<tr>
					{weekdays.map((name) => (
						<th key={name} scope="col" abbr={name}>
							{name.slice(0, 3)}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{weeks.map((week, number) => (
					<tr key={number}>
						{week.map((day, index) =>
							day ? (
								<td
									key={weekdays[index]}
									class={day.day > today ? 'to-come' : undefined}
									aria-current={day.day === today ? 'date' : undefined}
								>
									{dayOfMonth(day.day)}
									<span class="visually-hidden">{dayWords(day)}</span>
									<Tally answers={day.answers} />
								</td>
							) : (
								<td key={weekdays[index]} />
							),
						)}
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** `events` are all that hold, in order. */
export function Almanac({ reader: { day }, events }: { reader: Reader; events: readonly RecallEvent[] }) {
	const [month, setMonth] = useState(() => monthOf(day));
	const first = monthOf(Math.min(day, ...events.slice(0, 1).map(({ study }) => dayOf(study))));
	const days = almanac(events, month, monthOf(month, 1) - 1);
	const answered = days.filter(({ answers }) => answers > 0);
	const answers = days.reduce((sum, own) => sum + own.answers, 0);
	const remembered = days.reduce((sum, own) => sum + own.remembered, 0);
	const earlier = monthOf(month, -1);
	const later = monthOf(month, 1);
	return (
		<Section
			id="almanac"
			title="Almanac"
			about={<span aria-live="polite">{monthName(month)}</span>}
			action={
				<span class="progress-turn">
					<button type="button" class="text-button" disabled={earlier < first} onClick={() => setMonth(earlier)}>
						Earlier<span class="visually-hidden"> month</span>
					</button>
					<button type="button" class="text-button" disabled={later > day} onClick={() => setMonth(later)}>
						Later<span class="visually-hidden"> month</span>
					</button>
				</span>
			}
			note={
				<p>
					<strong>One stroke is one answer.</strong>{' '}
					{answers > 0
						? `${count(answers, 'answer')} on ${count(answered.length, 'day')}, ${remembered} remembered. A missed day costs nothing but a longer queue.`
						: 'None in this month.'}
				</p>
			}
		>
			<Month days={days} today={day} />
			{answered.length > 0 && (
				<Numbers
					caption={`Answers in ${monthName(month)}`}
					head={['Day', 'Answers', 'Remembered', 'Practiced again']}
					rows={answered.map((own) => [
						own.day === day ? `${longDate(own.day)}, today` : longDate(own.day),
						own.answers,
						own.remembered,
						own.retries,
					])}
				/>
			)}
		</Section>
	);
}
