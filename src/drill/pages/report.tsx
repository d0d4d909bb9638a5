/** The page of one report, which its address names. */
import { handedOver } from '../current.ts';
import { fetchIndex } from '../material.ts';
import { keptSessions, messageOf } from '../memory.ts';
import type { Session } from '../session.ts';
import { Message } from '../views/parts.tsx';
import { Report } from '../views/Report.tsx';
import { show } from './show.tsx';

/** The drills that can be had, and why a finished one could not be kept. */
async function sessionsOrWaiting(): Promise<{ sessions: Session[]; problem?: string }> {
	try {
		const sessions = await keptSessions();
		return { sessions };
	} catch (error) {
		return { sessions: handedOver(), problem: messageOf(error) };
	}
}

show(async () => {
	const [index, { sessions, problem }] = await Promise.all([fetchIndex(), sessionsOrWaiting()]);
	const id = new URLSearchParams(location.search).get('drill');
	const session = sessions.find((one) => one.id === id);
	const earlier = sessions.filter(
		({ startedAt, kind }) => kind === 'drill' && session && startedAt < session.startedAt,
	);
	return (
		<>
			{problem && (
				<Message>
					<p>{problem}</p>
				</Message>
			)}
			{session ? (
				<Report session={session} index={index} earlier={earlier} />
			) : (
				<Message>
					<h1>There is no such report here</h1>
					<p>
						Reports are kept in the browser that the drill was done in. It may have been deleted, or done in another
						one.
					</p>
				</Message>
			)}
		</>
	);
});
