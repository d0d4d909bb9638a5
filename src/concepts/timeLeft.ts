/** What to do with the time that is left: one rule for every path. Short preparations leave out concepts, not depth. */

export interface TimeLeft {
	/** "Two days". */
	readonly left: string;
	/** How many concepts of a path, from its beginning; undefined for all of them. */
	readonly concepts: number | undefined;
	/** What is done with them. */
	readonly work: string;
}

export const timesLeft: readonly TimeLeft[] = [
	{
		left: 'Two hours',
		concepts: 8,
		work: 'Read nothing new. Say “In one breath” of each aloud, thirty seconds apiece, then its equation or its table of costs, then the red flags of its questions. Do one drill of 20 minutes, and read again what it missed.',
	},
	{
		left: 'Two days',
		concepts: 6,
		work: 'Three a day: the first three stages, and one question of your level each. Review on both mornings, a drill on both evenings.',
	},
	{
		left: 'A week',
		concepts: 14,
		work: 'Two a day with their code and questions. Review every morning, drill on the third, fifth and seventh day; nothing new on the seventh.',
	},
	{
		left: 'Four weeks',
		concepts: undefined,
		work: 'One a day on five days; on the sixth a drill and your weak spots; on the seventh nothing. Tell the review your interview date, so that it brings everything back in time.',
	},
];
