/** What a reader prepares for and the time they have: the form that a calendar is made from. */
import { useRef, useState } from 'preact/hooks';
import { type QuestionLevel, questionLevels } from '../../concepts/interview.ts';
import {
	type Day,
	dateOf,
	dayOfDate,
	LEAST_MINUTES_A_DAY,
	MOST_MINUTES_A_DAY,
	type Preparation,
	weekday,
	weekdays,
} from '../../recall/index.ts';
import type { Material } from '../material.ts';

export interface Wished {
	readonly preparation: Preparation;
	readonly interview: string | null;
}

interface Props {
	readonly material: Material;
	readonly day: Day;
	/** What holds now; undefined before the first plan. */
	readonly now: Preparation | undefined;
	readonly interview: string | null;
	/** Id of the path that an address asked for. */
	readonly asked: string | undefined;
	readonly onSave: (wished: Wished) => void;
	readonly onCancel: (() => void) | undefined;
}

const USUAL_MINUTES = 60;
/** Value of the choice that is no path. */
const OWN = 'own';

/** Sunday, but never the day on which the plan is made. */
const usualDayOff = (day: Day): number => (weekday(day) === 6 ? 5 : 6);

const isPast = (date: string, day: Day): boolean => (dayOfDate(date) ?? 0) < day;

/** The list of a path, as the reader changed it if it is the one that they are on. */
function conceptsFor(path: string | null, material: Material, now: Preparation | undefined): readonly string[] {
	if (now?.path === path || path === null) return now?.concepts ?? [];
	return material.paths.find(({ id }) => id === path)?.concepts ?? [];
}

/** The date as it was filled in: a field that is filled in half has no value either, and is not empty. */
type Dated = string | 'incomplete';

/** What is wrong with what was filled in, and how to mend it. */
function wrongWith(daysOff: readonly number[], minutes: number, date: Dated, day: Day): string | undefined {
	if (daysOff.length > 6) return 'Every day of the week is off. Leave at least one to work on.';
	if (!(minutes >= LEAST_MINUTES_A_DAY && minutes <= MOST_MINUTES_A_DAY)) {
		return `A day can have ${LEAST_MINUTES_A_DAY} to ${MOST_MINUTES_A_DAY} minutes.`;
	}
	if (date === 'incomplete') {
		return 'The date is not complete. Fill in day, month and year, or clear all three if it is not known.';
	}
	if (date !== '' && isPast(date, day)) {
		return 'This day is over. Choose today or a day to come, or leave the date empty.';
	}
	return undefined;
}

export function Wishes({ material, day, now, interview, asked, onSave, onCancel }: Props) {
	const isPath = (id: string | undefined) => material.paths.some((path) => path.id === id);
	const first = isPath(asked) ? asked : now ? (now.path ?? OWN) : material.paths[0]?.id;
	const levelOf = (id: string | undefined) => material.paths.find((path) => path.id === id)?.level ?? 'mid';
	const [path, setPath] = useState(first ?? OWN);
	const [date, setDate] = useState(interview === null || isPast(interview, day) ? '' : interview);
	const [minutes, setMinutes] = useState(now?.minutes ?? USUAL_MINUTES);
	const [daysOff, setDaysOff] = useState<readonly number[]>(now?.daysOff ?? [usualDayOff(day)]);
	const [level, setLevel] = useState<QuestionLevel>(now?.level ?? levelOf(first));
	const [problem, setProblem] = useState<string>();
	const dateField = useRef<HTMLInputElement>(null);
	const save = (): void => {
		const isHalf = dateField.current?.validity.badInput;
		const wrong = wrongWith(daysOff, minutes, isHalf ? 'incomplete' : date, day);
		setProblem(wrong);
		if (wrong) return;
		const chosen = path === OWN ? null : path;
		onSave({
			interview: date || null,
			preparation: {
				path: chosen,
				concepts: conceptsFor(chosen, material, now),
				level,
				minutes: Math.round(minutes),
				daysOff: daysOff.toSorted(),
				datesOff: now?.datesOff.filter((off) => !isPast(off, day)) ?? [],
			},
		});
	};
	return (
		<form
			class="wishes"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				save();
			}}
		>
			<p class="wish">
				<label for="plan-path">Prepare for</label>
				<select
					id="plan-path"
					value={path}
					onChange={({ currentTarget }) => {
						setPath(currentTarget.value);
						if (!now) setLevel(levelOf(currentTarget.value));
					}}
				>
					{material.paths.map(({ id, title }) => (
						<option key={id} value={id}>
							{title}
						</option>
					))}
					<option value={OWN}>My own choice of concepts</option>
				</select>
			</p>
			<p class="wish">
				<label for="plan-date">Date of the interview, if it is known</label>
				<input
					ref={dateField}
					id="plan-date"
					type="date"
					min={dateOf(day)}
					value={date}
					onChange={({ currentTarget }) => setDate(currentTarget.value)}
				/>
			</p>
			<p class="wish">
				<label for="plan-minutes">Minutes a day</label>
				<input
					id="plan-minutes"
					type="number"
					inputMode="numeric"
					min={LEAST_MINUTES_A_DAY}
					max={MOST_MINUTES_A_DAY}
					value={minutes}
					onInput={({ currentTarget }) => setMinutes(currentTarget.valueAsNumber)}
				/>
			</p>
			<p class="wish">
				<label for="plan-level">Level</label>
				<select
					id="plan-level"
					value={level}
					onChange={({ currentTarget }) => setLevel(questionLevels.find((one) => one === currentTarget.value) ?? 'mid')}
				>
					{questionLevels.map((one) => (
						<option key={one} value={one}>
							{one}
						</option>
					))}
				</select>
			</p>
			<fieldset class="wish days-off">
				<legend>Days off</legend>
				{weekdays.map((name, index) => (
					<label key={name}>
						<input
							type="checkbox"
							checked={daysOff.includes(index)}
							onChange={({ currentTarget: { checked } }) =>
								setDaysOff(checked ? [...daysOff, index] : daysOff.filter((other) => other !== index))
							}
						/>
						{name}
					</label>
				))}
			</fieldset>
			{problem && (
				<p class="wish-problem" role="alert">
					{problem}
				</p>
			)}
			<p class="actions">
				<button type="submit" class="button primary">
					{now ? 'Make it anew' : 'Make the plan'}
				</button>
				{onCancel && (
					<button type="button" class="button" onClick={onCancel}>
						Leave it as it is
					</button>
				)}
			</p>
		</form>
	);
}
