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

/** What the solution of a task is made of: the shape of the program, not its subject. Tasks are listed and found by it. */
export const patterns = [
	'binary search',
	'cache',
	'data structure',
	'decoding',
	'dynamic programming',
	'forward and backward',
	'forward pass',
	'graph search',
	'hash map',
	'linear algebra',
	'locking',
	'loss and gradient',
	'merging',
	'ranking',
	'resampling',
	'retries and idempotency',
	'schedule',
	'simulation',
	'sliding window',
	'training loop',
	'two pointers',
	'update rule',
] as const;
export type Pattern = (typeof patterns)[number];
