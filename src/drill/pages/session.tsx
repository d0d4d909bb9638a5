/** The page of a drill under way. */
import { fetchIndex } from '../material.ts';
import { Aside, SessionPage } from '../views/SessionPage.tsx';
import { show } from '../views/show.tsx';

show(async () => <SessionPage index={await fetchIndex()} />, {
	unloaded:
		'The questions could not be loaded. Check the connection and reload the page; nothing you answered is lost.',
	Frame: Aside,
});
