/** The plan's page. A plan is made without the history where that cannot be read. */
import { fetchIndex } from '../material.ts';
import { keptSessions } from '../memory.ts';
import { PlanForm } from '../views/PlanForm.tsx';
import { show } from '../views/show.tsx';
import { weakSpots } from '../weakSpots.ts';

show(async () => {
	const index = await fetchIndex();
	const { sessions } = await keptSessions(index.former);
	const weak = await weakSpots(sessions, index.former).catch(() => undefined);
	return <PlanForm index={index} kept={sessions.length} weak={weak} />;
});
