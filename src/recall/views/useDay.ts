/** The study day it is, also on a page that is left open over night. */
import { useEffect, useState } from 'preact/hooks';
import type { Day } from '../log/studyDay.ts';
import type { Recall } from '../recall.ts';

/** How often a page that is in view all the time looks at the clock. */
const LOOK_EVERY = 60_000;

/** Looked at when the reader comes back to the page, and every minute. */
export function useDay(recall: Recall | undefined): Day | undefined {
	const [day, setDay] = useState<Day>();
	useEffect(() => {
		if (!recall) return undefined;
		const look = (): void => setDay(recall.day());
		look();
		const timer = setInterval(look, LOOK_EVERY);
		document.addEventListener('visibilitychange', look);
		addEventListener('focus', look);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', look);
			removeEventListener('focus', look);
		};
	}, [recall]);
	return day;
}
