/** The page of all reports. */
import { fetchIndex } from '../material.ts';
import { keptSessions } from '../memory.ts';
import { History } from '../views/History.tsx';
import { ProblemMessage } from '../views/parts.tsx';
import { show } from '../views/show.tsx';

show(async () => {
	const index = await fetchIndex();
	const { sessions, problem } = await keptSessions(index.former);
	return (
		<>
			<ProblemMessage text={problem} />
			<History kept={sessions} index={index} />
		</>
	);
});
