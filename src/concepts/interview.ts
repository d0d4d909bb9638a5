/** The words of an interview that questions and drills share: levels, formats and dimensions. Free of the schemas, so that a page can load it. */

/** The interview level that a question or a criterion is asked at, in rising order. */
export const questionLevels = ['junior', 'mid', 'senior', 'staff'] as const;
export type QuestionLevel = (typeof questionLevels)[number];

/** What kind of answer a question asks for. */
export const formats = ['concept', 'derivation', 'coding', 'debugging', 'design'] as const;
export type Format = (typeof formats)[number];

/** What a criterion measures. */
export const dimensions = [
	'correctness',
	'depth',
	'trade-offs',
	'problem-solving',
	'communication',
	'verification',
] as const;
export type Dimension = (typeof dimensions)[number];
