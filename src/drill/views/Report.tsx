/** The picture a drill leaves: bands by dimension and level with their evidence, judgement, time, and what to do next. No verdict over all. */
import { type ComponentChild, Fragment } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { questionLevels } from '../../concepts/interview.ts';
import { capitalized, countInWords } from '../../ground/words.ts';
import { conceptPath, pathTo } from '../../paths.ts';
import { trialText } from '../../tasks/trial.ts';
import { calibrationText } from '../calibration.ts';
import { durationText } from '../clock.ts';
import {
	fetchMaterial,
	findAsked,
	type MaterialCriterion,
	type Materials,
	type QuestionIndex,
	questionOf,
} from '../material.ts';
import { type Lacking, type MarkedAnswer, type Report as ReportValue, reportOf } from '../report.ts';
import { writeRequest } from '../request.ts';
import { LEAST_EVIDENCE, type Picture, type Tally, totalOf } from '../scoring.ts';
import { answerText, type Session } from '../session.ts';
import { JudgementPicture } from './JudgementPicture.tsx';
import type { LevelAnswersProps } from './LevelAnswers.tsx';
import { late } from './late.tsx';
import type { PromptsToAddProps } from './PromptsToAdd.tsx';
import { Html, LevelMark, Scroller, When } from './parts.tsx';
import { Verdict } from './Verdict.tsx';

export interface ReportProps {
	readonly session: Session;
	readonly index: QuestionIndex;
	/** Drills before this one, for the trend of the judgement. */
	readonly earlier: readonly Session[];
}

/** Earlier drills that a report is held against. */
const MOST_COMPARED = 5;

/** The words of all concepts of a drill; what cannot be had is left out, and the report reads without. */
function useMaterials(session: Session): { materials: Materials; loading: boolean } {
	const [materials, setMaterials] = useState<Materials>();
	useEffect(() => {
		const slugs = [...new Set(session.items.map(({ concept }) => concept))];
		Promise.allSettled(slugs.map(fetchMaterial)).then((results) => {
			const fetched = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
			setMaterials(new Map(fetched.map((material) => [material.slug, material])));
		});
	}, [session]);
	return { materials: materials ?? new Map(), loading: materials === undefined };
}

/** What was asked, as HTML; words that say so when it is gone from the site. */
function askedHtml(materials: Materials, { item, turn }: MarkedAnswer): string {
	const question = questionOf(materials, item);
	return (question && findAsked(question, turn.id)?.heading) ?? `A question of ${item.concept} that has changed since`;
}

const GradedBy = late<MarkedAnswer & { readonly criterion: (id: string) => ComponentChild }>(
	'What the model said is missing here.',
	() => import('./GradedBy.tsx').then((part) => part.GradedBy),
);
const LevelAnswers = late<LevelAnswersProps>('What each level adds is missing here.', () =>
	import('./LevelAnswers.tsx').then((part) => part.LevelAnswers),
);
const PromptsToAdd = late<PromptsToAddProps>('The prompts to add are missing here.', () =>
	import('./PromptsToAdd.tsx').then((part) => part.PromptsToAdd),
);

/** The text of a criterion of an answer's rubric. */
function Words({ of: { item, turn }, id, materials }: { of: MarkedAnswer; id: string; materials: Materials }) {
	const question = questionOf(materials, item);
	const found = (question && findAsked(question, turn.id))?.rubric.find((criterion) => criterion.id === id);
	return <Html as="span" html={found?.html ?? 'A criterion that has changed since'} />;
}

function Answers({ report, materials }: { report: ReportValue; materials: Materials }) {
	return (
		<ol class="report-questions">
			{report.answers.map(({ item, turn }) => {
				const judgement = report.judged.find((judged) => judged.turn === turn)?.judgement;
				return (
					<li key={`${item.question} ${turn.id}`} class={judgement ? undefined : 'follow-up'}>
						<h3>
							<Html as="span" html={askedHtml(materials, { item, turn })} />
						</h3>
						<p class="question-meta note">
							{judgement ? <LevelMark level={item.level} /> : <span>follow-up</span>}
							{judgement && <span>{item.format}</span>}
							{turn.clock.used > 0 && (
								<span>
									{durationText(turn.clock.used)} of {durationText(turn.clock.allowed)}
								</span>
							)}
							{turn.hints > 0 && <span>{countInWords(turn.hints, 'hint')}</span>}
							{judgement && <a href={conceptPath(item.concept, `q-${item.question}`)}>on its page</a>}
						</p>
						<Verdict turn={turn} judgement={judgement} />
						{turn.task && <p class="note">Its task: {trialText(turn.task)}.</p>}
						{answerText(turn) !== '' && (
							<details class="own-answer">
								<summary class="text-button">Your answer</summary>
								{turn.answer.trim() !== '' && <p>{turn.answer}</p>}
								{turn.task && (
									<pre class="code">
										<code>{turn.task.code}</code>
									</pre>
								)}
							</details>
						)}
						{turn.interview && (
							<GradedBy
								item={item}
								turn={turn}
								criterion={(id) => <Words of={{ item, turn }} id={id} materials={materials} />}
							/>
						)}
						{judgement && <LevelAnswers rubric={questionOf(materials, item)?.rubric ?? []} turn={turn} />}
					</li>
				);
			})}
		</ol>
	);
}

function TallyCell({ tally }: { tally: Tally }) {
	const total = totalOf(tally);
	if (total === 0) return <td>–</td>;
	return (
		<td>
			{tally.met} of {total}
			{tally.partly > 0 && <span class="note">, {tally.partly} partly</span>}
		</td>
	);
}

function Bands({ picture, level }: { picture: Picture; level: Session['request']['level'] }) {
	const tooLittle = <span class="note">too little to say</span>;
	return (
		<Scroller label="Bands by dimension and level">
			<table class="bands-table">
				<caption class="visually-hidden">
					Criteria met, by dimension and by the level that is expected to meet them
				</caption>
				<thead>
					<tr>
						<th scope="col">Dimension</th>
						{questionLevels.map((name) => (
							<th scope="col" key={name}>
								{name}
							</th>
						))}
						<th scope="col">For {level}</th>
					</tr>
				</thead>
				<tbody>
					{picture.dimensions.map(({ dimension, byLevel, band }) => (
						<tr key={dimension}>
							<th scope="row">{dimension}</th>
							{questionLevels.map((name) => (
								<TallyCell key={name} tally={byLevel[name]} />
							))}
							<td>{band ? <strong>{band}</strong> : tooLittle}</td>
						</tr>
					))}
				</tbody>
				<tfoot>
					<tr>
						<th scope="row">At each level</th>
						{picture.levels.map(({ level: name, band }) => (
							<td key={name}>{band ? <strong>{band}</strong> : tooLittle}</td>
						))}
						<td />
					</tr>
				</tfoot>
			</table>
		</Scroller>
	);
}

interface Section {
	readonly key: string;
	readonly title: string;
	readonly concept: string;
	readonly path: string;
	readonly criteria: readonly (Lacking & { readonly words: MaterialCriterion })[];
}

/** What was not met, by the section that teaches it; the section of what weighs most first. */
function sectionsOf(lacking: readonly Lacking[], materials: Materials): Section[] {
	const sections = new Map<string, Section>();
	for (const one of lacking) {
		const material = materials.get(one.item.concept);
		const question = questionOf(materials, one.item);
		const words = question && findAsked(question, one.turn)?.rubric.find(({ id }) => id === one.criterion.id);
		if (!material || !words) continue;
		const anchor = words.see?.anchor ?? `q-${one.item.question}`;
		const key = `${material.slug}#${anchor}`;
		const section = sections.get(key) ?? {
			key,
			title: words.see?.title ?? 'the model answer',
			concept: material.name,
			path: conceptPath(material.slug, anchor),
			criteria: [],
		};
		sections.set(key, { ...section, criteria: [...section.criteria, { ...one, words }] });
	}
	return [...sections.values()];
}

function Reading({ lacking, materials }: { lacking: readonly Lacking[]; materials: Materials }) {
	const sections = sectionsOf(lacking, materials);
	const words = sections.reduce((sum, { criteria }) => sum + criteria.length, 0);
	return (
		<>
			<ul class="reading">
				{sections.map(({ key, title, concept, path, criteria }) => (
					<li key={key}>
						<h3>
							<a href={path}>{title}</a> <span class="note">{concept}</span>
						</h3>
						<ul>
							{criteria.map(({ turn, criterion, grade, words: { html } }) => (
								<li key={`${turn} ${criterion.id}`}>
									<Html as="span" html={html} />
									<span class="criterion-meta note">
										<span>{grade}</span>
										<span>{criterion.dimension}</span>
										<LevelMark level={criterion.expectedFrom} />
										{criterion.essential && <strong>essential</strong>}
									</span>
								</li>
							))}
						</ul>
					</li>
				))}
			</ul>
			{words < lacking.length && (
				<p class="note">
					{capitalized(countInWords(lacking.length - words, 'criterion', 'criteria'))} more cannot be shown: the site’s
					text changed since, or could not be loaded.
				</p>
			)}
		</>
	);
}

/** How far off the reader's scores were, then in which direction; beside the drills before, where there are any. */
function Calibration({ report, earlier }: { report: ReportValue; earlier: readonly Session[] }) {
	if (report.gaps.length === 0) return null;
	const before = earlier.map((session) => reportOf(session).gaps).filter((gaps) => gaps.length > 0);
	const compared = before.slice(0, MOST_COMPARED);
	return (
		<p>
			You scored yourself {calibrationText(report.gaps)}.
			{compared.length > 0 &&
				` In the ${compared.length === 1 ? 'drill' : countInWords(compared.length, 'drill')} before, ${calibrationText(compared.flat())}.`}
		</p>
	);
}

export function Report({ session, index, earlier }: ReportProps) {
	const { materials, loading } = useMaterials(session);
	const report = useMemo(() => reportOf(session), [session]);
	const { answers, judged, skipped, picture, used, planned, hints, lacking } = report;
	const concepts = [...new Set(session.items.map(({ concept }) => concept))];
	const nameOf = (slug: string): string =>
		index.categories.flatMap((category) => category.concepts).find((concept) => concept.slug === slug)?.name ?? slug;
	const left = session.items.filter(({ turns, skipped: passed }) => !passed && turns[0]?.committed == null).length;
	if (loading) return <p class="note">Loading the report …</p>;
	return (
		<div class="report">
			<header>
				<h1>{session.kind === 'drill' ? 'Drill report' : 'An answer on its page'}</h1>
				<p class="facts note">
					<span>
						<When at={session.startedAt} />
					</span>
					<span>for {session.request.level}</span>
					<span>
						{concepts.map((slug, position) => (
							<Fragment key={slug}>
								{position > 0 && ', '}
								<a href={conceptPath(slug)}>{nameOf(slug)}</a>
							</Fragment>
						))}
					</span>
				</p>
			</header>
			{answers.length === 0 ? (
				<p class="report-part">
					No answer was scored and marked, so there is nothing to judge.{' '}
					<a href={pathTo(`drill/${writeRequest(session.request)}`)}>Drill the same again</a>
				</p>
			) : (
				<>
					<section class="report-part">
						<h2>Judgement</h2>
						<Calibration report={report} earlier={earlier} />
						<JudgementPicture
							rows={judged.map(({ item, self, judgement }) => ({
								key: item.question,
								label: `${session.items.indexOf(item) + 1}, ${item.format}`,
								self,
								rubric: judgement.band,
							}))}
						/>
						<p class="note">Open circle: the score you committed. Filled: the rubric’s, by your marks.</p>
					</section>
					<section class="report-part">
						<h2>Bands</h2>
						<p class="note">
							Criteria met, by the level that is expected to meet them. A band needs {LEAST_EVIDENCE} criteria;
							essential ones count twice.
						</p>
						<Bands picture={picture} level={session.request.level} />
					</section>
					<section class="report-part">
						<h2>Answers</h2>
						<p>
							{used > 0 ? `${durationText(used)} used of ${durationText(planned)} planned` : 'Answered without a clock'}
							{hints > 0 && `, ${countInWords(hints, 'hint')}`}
							{skipped.length > 0 && `, ${countInWords(skipped.length, 'question')} skipped`}
							{left > 0 && `, ${left} not reached`}.
						</p>
						<Answers report={report} materials={materials} />
					</section>
					{lacking.length > 0 && (
						<section class="report-part">
							<h2>What to read</h2>
							<Reading lacking={lacking} materials={materials} />
						</section>
					)}
					<PromptsToAdd lacking={lacking} materials={materials} />
				</>
			)}
			<p class="drill-actions no-print">
				<button type="button" class="text-button" onClick={() => print()}>
					Print
				</button>
				<a class="text-button" href={pathTo(`drill/${writeRequest(session.request)}`)}>
					Drill the same again
				</a>
				<a class="text-button" href={pathTo('drill/history/')}>
					History and trends
				</a>
				<a class="text-button" href={pathTo('drill/')}>
					New drill
				</a>
			</p>
		</div>
	);
}
