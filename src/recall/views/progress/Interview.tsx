/** The day of the interview: what will be remembered on it, and what to study for it. */
import { useMemo, useState } from 'preact/hooks';
import { RETRIEVAL } from '../../../concepts/stageNumbers.ts';
import { anchorOf } from '../../../concepts/stages.ts';
import { mean } from '../../../ground/mean.ts';
import { count, percent } from '../../../ground/words.ts';
import { conceptPath, pathTo } from '../../../paths.ts';
import { conceptOf } from '../../log/events.ts';
import type { Failure } from '../../log/failures.ts';
import { type Day, dateOf } from '../../log/studyDay.ts';
import { type Outlook, outlook } from '../../schedule/progress.ts';
import { fullDate } from '../dates.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Section } from './parts.tsx';
import type { Reader } from './reader.ts';

interface ConceptOutlook {
	readonly slug: string;
	readonly name: string;
	/** Mean probability of recall on the day, when nothing is answered any more and when the schedule is kept to. */
	readonly untouched: number;
	readonly kept: number;
	/** Answers that the schedule asks for. */
	readonly answers: number;
}

/** What fades most first. */
function byConcept(prompts: readonly Outlook[], names: ReadonlyMap<string, string>): ConceptOutlook[] {
	return [...Map.groupBy(prompts, ({ prompt }) => conceptOf(prompt))]
		.map(([slug, own]) => ({
			slug,
			name: names.get(slug) ?? slug,
			untouched: mean(own.map(({ untouched }) => untouched ?? 0)) ?? 0,
			kept: mean(own.map(({ kept }) => kept)) ?? 0,
			answers: own.reduce((sum, { days }) => sum + days, 0),
		}))
		.sort((a, b) => a.untouched - b.untouched);
}

function Study({ reader, on }: { reader: Reader; on: Day }) {
	const { input, catalog } = reader;
	const prompts = useMemo(() => outlook(input, on), [input, on]);
	const names = new Map(catalog.concepts.map(({ slug, name }) => [slug, name]));
	const concepts = byConcept(prompts, names);
	const missing = catalog.concepts.filter(({ slug }) => !concepts.some((own) => own.slug === slug));
	const kept = prompts.reduce((sum, own) => sum + own.kept, 0);
	const untouched = prompts.reduce((sum, own) => sum + (own.untouched ?? 0), 0);
	return (
		<>
			{prompts.length > 0 && (
				<>
					<p class="outlook">
						Keep to the plan and you will remember about <strong>{Math.round(kept)}</strong> of the {prompts.length}{' '}
						prompts in your review on {fullDate(on)}. Stop today and it will be about{' '}
						<strong>{Math.round(untouched)}</strong>.
					</p>
					<table>
						<caption class="visually-hidden">What to study for the interview, what fades most first</caption>
						<thead>
							<tr>
								<th scope="col">What to study, what fades most first</th>
								<th scope="col" class="number">
									If you stop
								</th>
								<th scope="col" class="number">
									By the plan
								</th>
								<th scope="col" class="number">
									Answers
								</th>
							</tr>
						</thead>
						<tbody>
							{concepts.map((own) => (
								<tr key={own.slug}>
									<th scope="row">
										<a href={conceptPath(own.slug)}>{own.name}</a>
									</th>
									<td class="number">{percent(own.untouched)}</td>
									<td class="number">{percent(own.kept)}</td>
									<td class="number">{own.answers}</td>
								</tr>
							))}
						</tbody>
					</table>
				</>
			)}
			{missing.length > 0 && (
				<p class="note unseen">
					Not in your review yet:{' '}
					{missing.map(({ slug, name }, index) => (
						<span key={slug}>
							{index > 0 && ', '}
							<a href={conceptPath(slug, anchorOf(RETRIEVAL))}>{name}</a>
						</span>
					))}
					.
				</p>
			)}
		</>
	);
}

export function Interview({ reader }: { reader: Reader }) {
	const { recall, state, day, input } = reader;
	const [failure, setFailure] = useState<Failure>();
	const { interview } = state.settings;
	const on = input.target.interview;
	const save = async (date: string | null): Promise<void> => {
		const saved = await recall.saveSettings({ interview: date });
		setFailure(saved.ok ? undefined : saved.failure);
	};
	const left = on === undefined ? undefined : on - day;
	return (
		<Section
			id="interview"
			title="Interview"
			about="The day everything should be fresh"
			note={
				<p>
					<strong>
						{left === undefined
							? 'No date set.'
							: left === 0
								? 'It is today. Good luck.'
								: `${count(left, 'day')} from today.`}
					</strong>{' '}
					With a date, prompts that would have faded by then come up once more in the week before it.
				</p>
			}
		>
			<form class="actions date-form" onSubmit={(event) => event.preventDefault()}>
				<label for="interview-date">Date of the interview</label>
				<input
					id="interview-date"
					type="date"
					min={dateOf(day)}
					value={interview ?? ''}
					onChange={({ currentTarget }) => {
						if (currentTarget.validity.rangeUnderflow) {
							setFailure({ kind: 'invalid', message: 'This day is over. Choose today or a day to come.' });
						} else if (currentTarget.value || !currentTarget.validity.badInput) save(currentTarget.value || null);
					}}
				/>
				{interview !== null && (
					<button type="button" class="text-button" onClick={() => save(null)}>
						Take the date away
					</button>
				)}
			</form>
			{failure && <FailureNote failure={failure} />}
			{interview !== null && on === undefined && <p class="note">The interview of {interview} is over.</p>}
			<p class="note">
				<a class="text-button" href={pathTo('plan/')}>
					{state.settings.preparation ? 'Your plan' : 'Plan'} says what to do on each day until then.
				</a>
			</p>
			{on !== undefined && <Study reader={reader} on={on} />}
		</Section>
	);
}
