/** The page of all reports. */
import { fetchIndex } from '../material.ts';
import { keptSessions } from '../memory.ts';
import { History } from '../views/History.tsx';
import { show } from './show.tsx';

show(async () => {
	const [index, sessions] = await Promise.all([fetchIndex(), keptSessions()]);
	return <History kept={sessions} index={index} />;
});
