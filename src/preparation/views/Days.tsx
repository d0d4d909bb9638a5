/** The calendar as a list of days, the first of them today with what is done of it. */
import { longDate } from '../../recall/views/index.ts';
import type { CalendarDay, Item } from '../calendar.ts';
import type { Shown } from '../words.ts';

interface Props {
	readonly days: readonly CalendarDay[];
	readonly shown: (item: Item, day: number) => Shown;
	/** Whether an item of today is done. */
	readonly isDone: (item: Item) => boolean;
	/** Takes a day off, or back. */
	readonly onToggle: (day: number, isOff: boolean) => void;
}

const minutesOf = (items: readonly Item[]): number => items.reduce((sum, { minutes }) => sum + minutes, 0);

function amountWords({ isOff, items }: CalendarDay, open: readonly Item[]): string {
	if (isOff) return 'off';
	if (items.length === 0) return 'nothing asked';
	if (open.length === 0) return 'done';
	return `${minutesOf(open)} min${open.length < items.length ? ' left' : ''}`;
}

function Row({ words: { words, href, minutes }, done }: { words: Shown; done: boolean }) {
	return (
		<li class={done ? 'done' : undefined}>
			<span class="plan-mark" aria-hidden="true">
				{done ? '✓' : ''}
			</span>
			<a href={href}>{words}</a>
			{done && <span class="visually-hidden">, done</span>}
			<span class="note">{minutes} min</span>
		</li>
	);
}

function DayPart({ day, isFirst, ...props }: { day: CalendarDay; isFirst: boolean } & Omit<Props, 'days'>) {
	const { left, isOff, items } = day;
	const marks = items.map((item) => isFirst && props.isDone(item));
	const open = items.filter((_, index) => !marks[index]);
	const toggle = isOff ? 'Work on it' : 'Take it off';
	const note = [
		...(isFirst ? [longDate(day.day)] : []),
		...(left === 0 ? ['the interview'] : left === 1 ? ['the day before'] : []),
		amountWords(day, open),
	];
	return (
		<li class={isFirst ? 'first' : undefined}>
			<header>
				<h2>{isFirst ? 'Today' : longDate(day.day)}</h2>
				<p class="note">{note.join(', ')}</p>
				{left > 0 && (
					<button
						type="button"
						class="text-button no-print"
						aria-label={`${toggle}: ${longDate(day.day)}`}
						onClick={() => props.onToggle(day.day, !isOff)}
					>
						{toggle}
					</button>
				)}
			</header>
			{items.length > 0 && (
				<ul>
					{items.map((item, index) => (
						<Row key={index} words={props.shown(item, day.day)} done={marks[index] ?? false} />
					))}
				</ul>
			)}
		</li>
	);
}

export function Days({ days, ...props }: Props) {
	return (
		<ol class="plan-days">
			{days.map((day, index) => (
				<DayPart key={day.day} day={day} isFirst={index === 0} {...props} />
			))}
		</ol>
	);
}
