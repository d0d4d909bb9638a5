import type { Occasion } from '../../../../src/drill/interviewer/protocol.ts';
import type { Script } from '../../../../src/drill/interviewer/script.ts';

const criterion = (id: string, text: string) => ({ id, text, essential: true });

export const script: Script = {
	id: 'lookup',
	ask: 'What is a hash table?',
	rubric: [
		criterion('hash-named', 'A function maps keys to buckets.'),
		criterion('collisions', 'Two keys may share a bucket.'),
		criterion('cost', 'Constant time on average, linear at worst.'),
		criterion('resizing', 'It grows when it is full.'),
	],
	answer: 'An array of buckets, and a function from keys to buckets.',
	followUps: [
		{ id: 'worst', ask: 'When is it slow?', rubric: [], answer: 'All keys in one bucket.', followUps: [] },
		{ id: 'grow', ask: 'How does it grow?', rubric: [], answer: 'By doubling.', followUps: [] },
	],
};

export const answer =
	'A hash function maps each key to a bucket. Two keys can land in the same one — it’s a “collision”, naïvely. Lookups are fast.';

export const occasion = (changes: Partial<Occasion> = {}): Occasion => ({
	script,
	answer,
	followUps: script.followUps,
	fence: 'answer-1f0e',
	...changes,
});
