/** The clock rule in words, for a path: what to do with the time that is left. Its numbers are those that a calendar is planned by. */
import { capitalized, inWords } from '../ground/words.ts';
import { ALOUD, DRILL_MINUTES, type Pace, paceOn } from './pace.ts';

export interface TimeLeft {
	/** "Two days". */
	readonly left: string;
	/** How many concepts of a path, from its beginning; undefined for all of them. */
	readonly concepts: number | undefined;
	/** What is done with them. */
	readonly work: string;
}

/** The pace of a day so far from the interview, for whoever has everything to read. */
function paceAt(left: number): Pace {
	return paceOn({ left, ahead: left, unread: 0, lacksFirst: true });
}

const [days, week, weeks] = [paceAt(2), paceAt(7), paceAt(28)];

const number = ({ concepts }: Pace): string => capitalized(inWords(concepts));

export const timesLeft: readonly TimeLeft[] = [
	{
		left: 'Two hours',
		concepts: ALOUD,
		work: `Read nothing new. Say “In one breath” of each aloud, thirty seconds apiece, then its equation or its table of costs, then the red flags of its questions. Do one drill of ${DRILL_MINUTES} minutes, and read again what it missed.`,
	},
	{
		left: 'Two days',
		concepts: days.first,
		work: `${number(days)} a day: the first ${inWords(days.lastStage)} stages, and one question of your level each. Review on both mornings, a drill on both evenings.`,
	},
	{
		left: 'A week',
		concepts: week.first,
		work: `${number(week)} a day with their code and questions. Review every morning, drill on the third, fifth and seventh day; nothing new on the seventh.`,
	},
	{
		left: 'Four weeks',
		concepts: undefined,
		work: `${number(weeks)} a day on five days; on the sixth a drill and your weak spots; on the seventh nothing. Tell the review your interview date, so that it brings everything back in time.`,
	},
];
