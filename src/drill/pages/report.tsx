/** The page of one report, which its address names. */
import { loadPart } from '../../loading/loadPart.ts';
import { pathTo } from '../../paths.ts';
import { fetchIndex } from '../material.ts';
import { keptSessions } from '../memory.ts';
import { Message, ProblemMessage } from '../views/parts.tsx';
import { show } from '../views/show.tsx';

show(async () => {
	const index = await fetchIndex();
	const { sessions, problem } = await keptSessions(index.former);
	const id = new URLSearchParams(location.search).get('drill');
	const session = sessions.find((one) => one.id === id);
	// Loaded when there is something to report.
	const part = session && (await loadPart(() => import('../views/Report.tsx')));
	const earlier = sessions.filter(
		({ startedAt, kind }) => kind === 'drill' && session && startedAt < session.startedAt,
	);
	return (
		<>
			<ProblemMessage text={problem} />
			{session && part ? (
				<part.Report session={session} index={index} earlier={earlier} />
			) : (
				<Message>
					<h1>There is no such report here</h1>
					<p>
						Reports are kept in the browser that the drill was done in. It may have been deleted, or done in another
						one.
					</p>
					<p class="drill-actions">
						<a class="text-button" href={pathTo('drill/history/')}>
							History and trends
						</a>
						<a class="text-button" href={pathTo('drill/')}>
							Plan a drill
						</a>
					</p>
				</Message>
			)}
		</>
	);
});
