/** What comes when. */
import { count } from '../../ground/words.ts';
import type { Day } from '../log/studyDay.ts';
import type { ComingDay } from '../schedule/coming.ts';
import { dateWords } from './words.ts';

/** Days that are listed; the rest are summed up. */
const LISTED = 6;

export function Coming({ days, today }: { days: readonly ComingDay[]; today: Day }) {
	if (days.length === 0) return null;
	const listed = days.slice(0, LISTED);
	const later = days.slice(LISTED).reduce((sum, { count: own }) => sum + own, 0);
	return (
		<section class="coming">
			<h3 class="label">What comes when</h3>
			<dl>
				{listed.map(({ day, count: own }) => (
					<div key={day}>
						<dt>{day === today + 1 ? 'Tomorrow' : dateWords(day, today)}</dt>
						<dd>{count(own, 'prompt')}</dd>
					</div>
				))}
				{later > 0 && (
					<div>
						<dt>Later</dt>
						<dd>{count(later, 'prompt')}</dd>
					</div>
				)}
			</dl>
		</section>
	);
}
