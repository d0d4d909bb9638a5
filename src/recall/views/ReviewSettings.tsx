/** What a reader chooses about the review, each with what it changes. A choice holds from the moment it is made. */
import { useEffect, useState } from 'preact/hooks';
import { count, percent } from '../../ground/words.ts';
import type { Failure } from '../log/failures.ts';
import { MOST_A_DAY, type Settings } from '../log/settings.ts';
import { dateOf } from '../log/studyDay.ts';
import type { Recall } from '../recall.ts';
import { askedOf, type Revisions } from '../schedule/asked.ts';
import { costOfRetention, movedByInterview } from '../schedule/progress.ts';
import type { State } from '../store/store.ts';
import { FailureNote } from './FailureNote.tsx';

/** The retentions on offer: below, too much is forgotten; above, the cost explodes. */
const RETENTIONS = [0.8, 0.85, 0.9, 0.93, 0.95] as const;

/** Prompts that the cost is computed from; beyond, a sample is scaled up. */
const SAMPLE = 300;

interface Props {
	readonly recall: Recall;
	readonly state: State;
	readonly revisions: Revisions;
}

/** Answers a day for each retention, computed once the settings are opened, one after the other so that nothing freezes. */
function useCosts(open: boolean, { recall, state, revisions }: Props): ReadonlyMap<number, number> {
	const [costs, setCosts] = useState<ReadonlyMap<number, number>>(new Map());
	useEffect(() => {
		if (!open) return;
		let stale = false;
		const compute = async (): Promise<void> => {
			const input = recall.input(state, revisions);
			const asked = askedOf(input).map(({ card }) => card);
			const every = Math.max(1, Math.ceil(asked.length / SAMPLE));
			const cards = asked.filter((_, index) => index % every === 0);
			const scale = cards.length > 0 ? asked.length / cards.length : 0;
			const found = new Map<number, number>();
			for (const retention of RETENTIONS) {
				await new Promise((resolve) => setTimeout(resolve));
				if (stale) return;
				for (const { perDay } of costOfRetention({ ...input, cards }, [retention]))
					found.set(retention, perDay * scale);
			}
			setCosts(found);
		};
		compute();
		return () => {
			stale = true;
		};
	}, [open, state]);
	return costs;
}

function costWords(perDay: number | undefined): string {
	if (perDay === undefined) return '';
	if (perDay <= 0) return 'nothing to ask';
	if (perDay < 1) return `about ${Math.max(1, Math.round(7 * perDay))} a week`;
	return `about ${Math.round(perDay)} a day`;
}

export function ReviewSettings(props: Props) {
	const { recall, state, revisions } = props;
	const { settings } = state;
	const [open, setOpen] = useState(false);
	const [failure, setFailure] = useState<Failure>();
	const [said, say] = useState('');
	const costs = useCosts(open, props);

	const save = async (change: Partial<Omit<Settings, 'changed'>>): Promise<void> => {
		const result = await recall.saveSettings(change);
		setFailure(result.ok ? undefined : result.failure);
		say(result.ok ? 'Saved.' : '');
	};
	const input = recall.input(state, revisions);
	const { target } = input;
	const asked = askedOf(input);
	const moved = movedByInterview(input);
	const offered = [...new Set([...RETENTIONS, settings.retention])].sort();
	const isOver = settings.interview !== null && target.interview === undefined;

	return (
		<details onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary>
				<span class="label">Settings</span>
				<span class="note">
					{percent(settings.retention)} remembered, {settings.dailyLimit} a day at most
				</span>
			</summary>
			<div class="settings">
				{failure && <FailureNote failure={failure} />}
				<fieldset>
					<legend>How sure you want to be when a prompt comes up</legend>
					{offered.map((retention) => (
						<label key={retention} class="choice">
							<input
								type="radio"
								name="retention"
								checked={retention === settings.retention}
								onChange={() => save({ retention })}
							/>
							<span>{percent(retention)}</span>
							<span class="note">{costWords(costs.get(retention))}</span>
						</label>
					))}
					<p class="note">
						Higher means that prompts come sooner and cost more answers. The numbers are the coming 90 days of the{' '}
						{count(asked.length, 'prompt')} in your review.
					</p>
				</fieldset>
				<fieldset>
					<legend>Grades</legend>
					{([2, 4] as const).map((grades) => (
						<label key={grades} class="choice">
							<input
								type="radio"
								name="grades"
								checked={grades === settings.grades}
								onChange={() => save({ grades })}
							/>
							<span>{grades === 2 ? 'Two: forgot, remembered' : 'Four: forgot, hard, remembered, easy'}</span>
						</label>
					))}
					<p class="note">Two are as good as four for the schedule, and quicker.</p>
				</fieldset>
				<p class="setting">
					<label for="daily-limit">Most prompts in a day</label>
					<input
						key={settings.dailyLimit}
						id="daily-limit"
						type="number"
						inputMode="numeric"
						min={1}
						max={MOST_A_DAY}
						required
						defaultValue={settings.dailyLimit}
						onChange={({ currentTarget }) => {
							if (currentTarget.reportValidity()) save({ dailyLimit: currentTarget.valueAsNumber });
						}}
					/>
				</p>
				<div>
					<p class="setting">
						<label for="interview-date">Date of your interview</label>
						<input
							key={settings.interview}
							id="interview-date"
							type="date"
							min={dateOf(recall.day())}
							defaultValue={settings.interview ?? ''}
							onChange={({ currentTarget: { value, validity } }) => {
								// A date that is filled in half has no value either, and does not take the one that holds away.
								if (value || !validity.badInput) save({ interview: value || null });
							}}
						/>
					</p>
					<p class="note">
						{isOver
							? 'This day is over, so it changes nothing any more.'
							: target.interview === undefined
								? 'With a date, what would have faded by then is asked once more in the week before it.'
								: moved === 0
									? 'Everything you have answered will still be fresh on that day; nothing has to move.'
									: `${count(moved, 'prompt')} ${moved === 1 ? 'comes' : 'come'} at another time than without it, so as to be fresh on that day.`}
					</p>
				</div>
				<p class="note" role="status">
					{said}
				</p>
			</div>
		</details>
	);
}
