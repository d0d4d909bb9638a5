/** The plan of a drill: what to ask, for how long; and how many questions that makes. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Format, formats, questionLevels } from '../../concepts/interview.ts';
import { capitalized, count, countInWords, sentence } from '../../ground/words.ts';
import { pathTo } from '../../paths.ts';
import { currentDrill, forgetCurrent } from '../current.ts';
import type { DrillCategory, IndexedQuestion, QuestionIndex } from '../material.ts';
import { costOf, drawQuestions, keyOf, type PlanRequest, type WeakSpots, wantedBy } from '../plan.ts';
import { LEAST_MINUTES, MOST_MINUTES, readRequest, writeRequest } from '../request.ts';
import { newSeed } from '../seed.ts';
import type { Session } from '../session.ts';
import { Choice, When } from './parts.tsx';

export interface PlanFormProps {
	readonly index: QuestionIndex;
	/** How many drills are kept. */
	readonly kept: number;
	/** Weak spots; undefined while nothing is known of the reader. */
	readonly weak: WeakSpots | undefined;
}

const sessionPath = (request: PlanRequest): string => pathTo(`drill/session/${writeRequest(request)}`);

function UnderWay({ session, onDiscard }: { session: Session; onDiscard: () => void }) {
	const [asking, ask] = useState(false);
	return (
		<section class="under-way" aria-label="Drill under way">
			<p>
				<span class="label">Under way</span>{' '}
				<span class="note">
					question {session.at + 1} of {session.items.length}, begun <When at={session.startedAt} />
				</span>
			</p>
			{asking ? (
				<p class="drill-actions" role="alert">
					<span class="note">Its answers will be gone.</span>
					<button type="button" class="text-button" onClick={onDiscard}>
						Discard it
					</button>
					<button type="button" class="text-button" onClick={() => ask(false)}>
						Keep it
					</button>
				</p>
			) : (
				<p class="drill-actions">
					<a class="text-button" href={sessionPath(session.request)}>
						Go on
					</a>
					<button type="button" class="text-button" onClick={() => ask(true)}>
						Discard
					</button>
				</p>
			)}
		</section>
	);
}

interface CategoryChoiceProps {
	readonly category: DrillCategory;
	readonly chosen: readonly string[];
	readonly onChange: (slugs: readonly string[], on: boolean) => void;
}

function CategoryChoice({ category, chosen, onChange }: CategoryChoiceProps) {
	const slugs = category.concepts.map(({ slug }) => slug);
	const checked = slugs.filter((slug) => chosen.includes(slug)).length;
	const box = useRef<HTMLInputElement>(null);
	// Only what is chosen in part has to be seen at once; the rest is said by the category's own box.
	const [isParted] = useState(checked > 0 && checked < slugs.length);
	useEffect(() => {
		if (box.current) box.current.indeterminate = checked > 0 && checked < slugs.length;
	});
	return (
		<fieldset class="category-choice">
			<legend class="visually-hidden">{category.title}</legend>
			<label class="check whole">
				<input
					ref={box}
					type="checkbox"
					checked={checked === slugs.length}
					onChange={({ currentTarget }) => onChange(slugs, currentTarget.checked)}
				/>
				<span>{category.title}</span>
			</label>
			<details open={isParted}>
				<summary class="text-button">
					{checked > 0 && checked < slugs.length && `${checked} of `}
					{count(slugs.length, 'concept')}
				</summary>
				{category.concepts.map(({ slug, name }) => (
					<label class="check" key={slug}>
						<input
							type="checkbox"
							checked={chosen.includes(slug)}
							onChange={({ currentTarget }) => onChange([slug], currentTarget.checked)}
						/>
						<span>{name}</span>
					</label>
				))}
			</details>
		</fieldset>
	);
}

/** "2 mid and 1 senior question", the sentence that says what a drill is made of. */
function levelsOf(drawn: readonly IndexedQuestion[]): string {
	const parts = questionLevels.flatMap((level) => {
		const number = drawn.filter((question) => question.level === level).length;
		return number > 0 ? [`${number} ${level}`] : [];
	});
	return parts.join(', ');
}

function Fit({ drawn, request, none }: { drawn: readonly IndexedQuestion[]; request: PlanRequest; none: string }) {
	const minutes = drawn.reduce((sum, question) => sum + costOf(question), 0);
	const concepts = new Set(drawn.map(({ concept }) => concept)).size;
	return (
		<div class="fit" role="status">
			{drawn.length === 0 ? (
				<p>{none}</p>
			) : (
				<>
					<p>
						{sentence(
							`${countInWords(drawn.length, 'question')} from ${countInWords(concepts, 'concept')}, ${minutes} min`,
						)}
					</p>
					<p class="note">
						{request.hideLevels ? 'Levels are hidden until the report' : capitalized(levelsOf(drawn))}. Up to two
						follow-ups of a minute each are counted in; marking is not timed.
					</p>
				</>
			)}
		</div>
	);
}

function CopyLink({ request }: { request: PlanRequest }) {
	const [copied, setCopied] = useState<string>();
	const address = new URL(pathTo(`drill/${writeRequest(request)}`), location.href).href;
	const copy = async (): Promise<void> => {
		try {
			await navigator.clipboard.writeText(address);
			setCopied('Copied');
		} catch {
			setCopied('Copy the address of this page: it asks for the same drill');
		}
	};
	return (
		<button type="button" class="text-button" onClick={copy} onBlur={() => setCopied(undefined)}>
			{copied ?? 'Copy the link to this drill'}
		</button>
	);
}

export function PlanForm({ index, kept, weak }: PlanFormProps) {
	const [request, setRequest] = useState<PlanRequest>(() => {
		const read = readRequest(location.search);
		const known = new Set(index.questions.map(({ concept }) => concept));
		return { ...read, seed: read.seed ?? newSeed(), concepts: read.concepts.filter((slug) => known.has(slug)) };
	});
	const [surprise, setSurprise] = useState(false);
	const [underWay, setUnderWay] = useState(() => currentDrill(index.former));

	const drawn = useMemo(() => {
		if (!surprise || !weak) return drawQuestions(index.questions, request);
		return drawQuestions(index.questions, { ...request, concepts: [], asked: [] }, wantedBy(weak));
	}, [index, request, surprise, weak]);
	// What was drawn by one reader's weak spots is named, so that the address asks anyone for the same.
	const asked: PlanRequest = surprise ? { ...request, asked: drawn.map(keyOf) } : request;

	const address = writeRequest(asked);
	useEffect(() => history.replaceState(history.state, '', address), [address]);

	const change = (changes: Partial<PlanRequest>): void => setRequest({ ...request, asked: [], ...changes });
	const toggle = <Name extends string>(list: readonly Name[], names: readonly Name[], on: boolean): Name[] =>
		on ? [...new Set([...list, ...names])] : list.filter((name) => !names.includes(name));
	const named = request.asked.length > 0 && !surprise;

	return (
		<>
			{underWay && (
				<UnderWay
					session={underWay}
					onDiscard={() => {
						forgetCurrent();
						setUnderWay(undefined);
					}}
				/>
			)}
			<form class="plan" onSubmit={(event) => event.preventDefault()}>
				{named ? (
					<section class="plan-part">
						<h2 class="label">A drill with its questions named</h2>
						<p>
							{drawn.length === request.asked.length
								? 'This address names the questions that it asks.'
								: `This address names ${countInWords(request.asked.length, 'question')}; ${request.asked.length - drawn.length} of them left the site since.`}{' '}
							<button type="button" class="text-button" onClick={() => change({ seed: newSeed() })}>
								Choose anew
							</button>
						</p>
					</section>
				) : (
					<>
						<section class="plan-part">
							<h2 class="label">Concepts</h2>
							<label class="check surprise">
								<input
									type="checkbox"
									checked={surprise}
									onChange={({ currentTarget }) => setSurprise(currentTarget.checked)}
								/>
								<span>
									Surprise me{' '}
									<span class="note">
										{weak
											? 'drawn from all, most of what you missed and are about to forget'
											: 'drawn from all; once you have drilled or reviewed, from what you missed'}
									</span>
								</span>
							</label>
							{!surprise && (
								<>
									<div class="category-choices">
										{index.categories.map((category) => (
											<CategoryChoice
												key={category.id}
												category={category}
												chosen={request.concepts}
												onChange={(slugs, on) => change({ concepts: toggle(request.concepts, slugs, on) })}
											/>
										))}
									</div>
									<p class="note">{request.concepts.length === 0 && 'None chosen: all of them are asked.'}</p>
								</>
							)}
						</section>
						<section class="plan-part">
							<Choice
								legend={
									<>
										<span class="label">Level</span>{' '}
										<span class="note">the one you interview for; one below and one above come up too</span>
									</>
								}
								class="levels"
								options={questionLevels}
								value={request.level}
								onChoose={(level) => change({ level })}
							/>
							<label class="check">
								<input
									type="checkbox"
									checked={request.hideLevels}
									onChange={({ currentTarget }) => change({ hideLevels: currentTarget.checked })}
								/>
								<span>Hide the questions’ levels during the drill</span>
							</label>
						</section>
						<fieldset class="plan-part">
							<legend>
								<span class="label">Formats</span> <span class="note">none chosen means all</span>
							</legend>
							<div class="checks">
								{formats.map((format) => (
									<label class="check" key={format}>
										<input
											type="checkbox"
											checked={request.formats.includes(format)}
											onChange={({ currentTarget }) =>
												change({ formats: toggle<Format>(request.formats, [format], currentTarget.checked) })
											}
										/>
										<span>{format}</span>
									</label>
								))}
							</div>
						</fieldset>
						<section class="plan-part minutes">
							<label for="drill-minutes">
								<span class="label">Minutes</span>
							</label>
							<input
								id="drill-minutes"
								type="range"
								min={LEAST_MINUTES}
								max={MOST_MINUTES}
								step={5}
								value={request.minutes}
								aria-valuetext={`${request.minutes} minutes`}
								onInput={({ currentTarget }) => change({ minutes: Number(currentTarget.value) })}
							/>
							<output for="drill-minutes">{request.minutes} min</output>
						</section>
					</>
				)}
				<Fit
					drawn={drawn}
					request={request}
					none="No question fits: allow more minutes, another level, or more formats and concepts."
				/>
				<p class="drill-actions">
					{drawn.length > 0 && (
						<a class="button primary" href={sessionPath(asked)}>
							Start the drill
						</a>
					)}
					{drawn.length > 0 && (
						<a class="text-button" href={pathTo(`drill/interviewer/${writeRequest(asked)}`)}>
							With your own model as interviewer
						</a>
					)}
					<CopyLink request={asked} />
					{!named && (
						<button type="button" class="text-button" onClick={() => change({ seed: newSeed() })}>
							Draw again
						</button>
					)}
				</p>
				<p class="note">
					Seed <code>{request.seed}</code>: the same seed and choices ask the same questions.
				</p>
			</form>
			<p class="note kept">
				{kept > 0 ? (
					<>
						{sentence(`${countInWords(kept, 'report')} kept in this browser`)}{' '}
						<a href={pathTo('drill/history/')}>History and trends</a>
					</>
				) : (
					'Reports will be kept in this browser, and nowhere else.'
				)}
			</p>
		</>
	);
}
