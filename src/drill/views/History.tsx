/** Every drill that is kept, with filters; trends once there are enough. */
import { useState } from 'preact/hooks';
import { questionLevels } from '../../concepts/interview.ts';
import { countInWords, sentence } from '../../ground/words.ts';
import { messageOf } from '../../loading/loadPart.ts';
import { pathTo } from '../../paths.ts';
import { calibrationText } from '../calibration.ts';
import { durationText } from '../clock.ts';
import type { QuestionIndex } from '../material.ts';
import { deleteSession } from '../memory.ts';
import { filtered, type HistoryFilter, LEAST_FOR_TREND, reportOf, trendOf } from '../report.ts';
import type { Session } from '../session.ts';
import { ProblemMessage, When } from './parts.tsx';
import { Trends } from './Trends.tsx';

function Row({
	session,
	nameOf,
	onDelete,
}: {
	session: Session;
	nameOf: (slug: string) => string;
	onDelete: () => void;
}) {
	const [asking, ask] = useState(false);
	const { answers, gaps, used, planned } = reportOf(session);
	const concepts = [...new Set(session.items.map(({ concept }) => concept))].map(nameOf).join(', ');
	return (
		<li>
			<h3>
				<a href={pathTo(`drill/report/?drill=${session.id}`)}>
					<When at={session.startedAt} />
				</a>
			</h3>
			<p>
				{concepts}
				<span class="note">
					{session.kind === 'attempt' ? 'on its page' : `for ${session.request.level}`},{' '}
					{countInWords(answers.length, 'answer')}
					{used > 0 && `, ${durationText(used)} of ${durationText(planned)}`}
					{gaps.length > 0 && `, scored ${calibrationText(gaps)}`}
				</span>
			</p>
			<p class="row-actions">
				{asking ? (
					<>
						<button type="button" class="text-button" onClick={onDelete}>
							Delete for good
						</button>
						<button type="button" class="text-button" onClick={() => ask(false)}>
							Keep
						</button>
					</>
				) : (
					<button type="button" class="text-button" onClick={() => ask(true)}>
						Delete
						<span class="visually-hidden"> this report</span>
					</button>
				)}
			</p>
		</li>
	);
}

export function History({ kept, index }: { kept: readonly Session[]; index: QuestionIndex }) {
	const [sessions, setSessions] = useState(kept);
	const [filter, setFilter] = useState<HistoryFilter>({ kind: 'any', concept: '', level: '' });
	const [problem, setProblem] = useState<string>();
	const concepts = index.categories.flatMap((category) => category.concepts);
	const nameOf = (slug: string): string => concepts.find((concept) => concept.slug === slug)?.name ?? slug;
	const seen = new Set(sessions.flatMap(({ items }) => items.map(({ concept }) => concept)));
	const shown = filtered(sessions, filter);
	const points = trendOf(shown);
	const remove = async (id: string): Promise<void> => {
		try {
			await deleteSession(id);
			setSessions(sessions.filter((session) => session.id !== id));
		} catch (error) {
			setProblem(messageOf(error));
		}
	};
	if (sessions.length === 0) {
		return (
			<p class="empty">
				Nothing yet. A report stays here after each drill, and after each question that you answer on a concept’s page.{' '}
				<a href={pathTo('drill/')}>Plan a drill</a>
			</p>
		);
	}
	return (
		<>
			<form class="history-filters fields" onSubmit={(event) => event.preventDefault()}>
				<label>
					<span class="label">Show</span>
					<select
						value={filter.kind}
						onChange={({ currentTarget }) =>
							setFilter({ ...filter, kind: currentTarget.value as HistoryFilter['kind'] })
						}
					>
						<option value="any">everything</option>
						<option value="drill">drills</option>
						<option value="attempt">answers on pages</option>
					</select>
				</label>
				<label>
					<span class="label">Concept</span>
					<select
						value={filter.concept}
						onChange={({ currentTarget }) => setFilter({ ...filter, concept: currentTarget.value })}
					>
						<option value="">all</option>
						{[...seen].map((slug) => (
							<option key={slug} value={slug}>
								{nameOf(slug)}
							</option>
						))}
					</select>
				</label>
				<label>
					<span class="label">Level</span>
					<select
						value={filter.level}
						onChange={({ currentTarget }) => setFilter({ ...filter, level: currentTarget.value })}
					>
						<option value="">all</option>
						{questionLevels.map((level) => (
							<option key={level} value={level}>
								{level}
							</option>
						))}
					</select>
				</label>
			</form>
			<ProblemMessage text={problem} />
			<section class="report-part">
				<h2>Trends</h2>
				{points.length >= LEAST_FOR_TREND ? (
					<Trends points={points} />
				) : (
					<p class="note">
						{sentence(
							`trends show from ${countInWords(LEAST_FOR_TREND, 'report')} on; ${countInWords(points.length, 'report')} so far`,
						)}
					</p>
				)}
			</section>
			<section class="report-part">
				<h2>Reports</h2>
				<p class="note" role="status">
					{sentence(countInWords(shown.length, 'report'))}
				</p>
				<ul class="history">
					{shown.map((session) => (
						<Row key={session.id} session={session} nameOf={nameOf} onDelete={() => remove(session.id)} />
					))}
				</ul>
			</section>
		</>
	);
}
