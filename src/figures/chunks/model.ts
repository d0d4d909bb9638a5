/** A small text cut into chunks, ten questions put to it, and how much of each prompt is the answer: the measurement of the concept's listing. */
import { exactly, nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number } from '../parts/settings.ts';
import { count, fixed } from '../parts/words.ts';

/** Sentences from six pages of this site, shortened, four a page. */
export const PAGES = [
	{
		name: 'KV',
		text: 'The KV cache keeps a key and a value for each token and layer. It trades arithmetic for memory. It grows with each token and each sequence, and a decoding step reads all of it. A response cache stores finished answers by request.',
	},
	{
		name: 'Attn.',
		text: 'Attention is a lookup made soft. The query is compared with every key. A dictionary can miss. Softmax cannot: the shares sum to 1 even if nothing matches.',
	},
	{
		name: 'BPE',
		text: 'New words keep arriving. Byte-level BPE starts from all 256 byte values. So there is no unknown token and decoding is exact. GPT-2 has 50,257 tokens.',
	},
	{
		name: 'Norm',
		text: 'Batch norm takes one channel and looks at its values in the mini-batch. Each output then depends on the others. At inference there may be no batch. So the layer uses running averages.',
	},
	{
		name: 'PCA',
		text: 'PCA turns the axes, so that new ones are uncorrelated and ordered by variance. It is unsupervised: no label enters. Start by centering: subtract the mean of the features from each row. Keep the first k scores of each.',
	},
	{
		name: 'Decode',
		text: 'Top-k keeps the first k, whatever their probabilities. Top-p keeps the smallest set from the top whose mass reaches p. Beam search keeps the B best prefixes. With B = 1 it is greedy.',
	},
] as const;

/** Each question with the place of the sentence that answers it, from 1. */
export const QUESTIONS = [
	['How does the KV cache grow', 3],
	['Which cache stores answers', 4],
	['What if no key matches the query in attention', 8],
	['How many tokens does GPT-2 have', 12],
	['Why does byte-level BPE have no unknown token', 11],
	['What does batch norm use at inference', 16],
	['Is PCA supervised', 18],
	['What is subtracted from each row in PCA', 19],
	['What does top-p keep', 22],
	['When is beam search greedy', 24],
] as const;
export const ASKED = QUESTIONS.length;

export const SENTENCES: readonly string[] = PAGES.flatMap(({ text }) => text.split(/(?<=\.)\s/));
/** Sentences of the whole text, and of one page. */
export const ALL = SENTENCES.length;
export const PAGE = ALL / PAGES.length;
const lengths = SENTENCES.map((sentence) => sentence.split(' ').length);
/** Words of the whole text. */
export const WORDS = lengths.reduce((sum, length) => sum + length, 0);

const STOP = new Set('a and at each from have how if in is it no of the to what'.split(' '));

/** How often each word occurs, without stop words and the plural s. */
function bagOf(text: string): Map<string, number> {
	const bag = new Map<string, number>();
	for (const found of text.toLowerCase().match(/\w\S*\w|\w/g) ?? []) {
		const word = found.replace(/(?<=...)s$/, '');
		if (!STOP.has(found)) bag.set(word, (bag.get(word) ?? 0) + 1);
	}
	return bag;
}

const sentenceBags = SENTENCES.map(bagOf);
const asked = QUESTIONS.map(([question]) => [...bagOf(question).keys()]);

interface Chunk {
	readonly from: number;
	/** The sentence after its last. */
	readonly to: number;
}

export function cut(size: number, overlap: number): Chunk[] {
	const chunks: Chunk[] = [];
	for (let from = 0; from < Math.max(1, ALL - overlap); from += size - overlap) {
		chunks.push({ from, to: Math.min(from + size, ALL) });
	}
	return chunks;
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);

/** BM25 with the logarithm that is never negative, k₁ = 1.2 and b = 0.75. */
function bm25(bags: readonly ReadonlyMap<string, number>[], words: readonly string[]): number[] {
	const sizes = bags.map((bag) => sum(bag.values()));
	const mean = sum(sizes) / bags.length;
	const scores = bags.map(() => 0);
	for (const word of words) {
		const having = bags.filter((bag) => bag.has(word)).length;
		const idf = Math.log(1 + (bags.length - having + 0.5) / (having + 0.5));
		for (const [at, bag] of bags.entries()) {
			const times = bag.get(word) ?? 0;
			const norm = 1.2 * (0.25 + (0.75 * (sizes[at] ?? 0)) / mean);
			scores[at] = (scores[at] ?? 0) + (idf * times * 2.2) / (times + norm);
		}
	}
	return scores;
}

type Scorer = typeof bm25;

interface Measured {
	/** For each question, the sentences in its prompt, by place from 0. */
	readonly prompts: readonly ReadonlySet<number>[];
	/** For each question, whether its answer is among them. */
	readonly hits: readonly boolean[];
	readonly found: number;
	readonly recall: number;
	/** Words of a prompt, on average, and the share of all of them that answer. */
	readonly words: number;
	readonly share: number;
}

/** Asks all questions; of equal scores, the earlier chunk. */
function measure(size: number, overlap: number, k: number, scorer: Scorer = bm25): Measured {
	const chunks = cut(size, overlap);
	const bags = chunks.map(({ from, to }) => {
		const bag = new Map<string, number>();
		for (const one of sentenceBags.slice(from, to)) {
			for (const [word, times] of one) bag.set(word, (bag.get(word) ?? 0) + times);
		}
		return bag;
	});
	const prompts = asked.map((words) => {
		const scores = scorer(bags, words);
		const order = chunks.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
		const read = order.slice(0, k).flatMap((at) => {
			const { from, to } = chunks[at] as Chunk;
			return Array.from({ length: to - from }, (_, place) => from + place);
		});
		return new Set(read);
	});
	const hits = prompts.map((prompt, at) => prompt.has((QUESTIONS[at]?.[1] ?? 0) - 1));
	const shown = sum(prompts.flatMap((prompt) => [...prompt].map((place) => lengths[place] ?? 0)));
	const useful = sum(hits.map((hit, at) => (hit ? (lengths[(QUESTIONS[at]?.[1] ?? 0) - 1] ?? 0) : 0)));
	const found = hits.filter(Boolean).length;
	return { prompts, hits, found, recall: found / ASKED, words: shown / ASKED, share: useful / shown };
}

const settings = {
	size: number(1, ALL, 1, 2),
	k: number(1, 6, 1, 1),
	overlap: number(0, 3, 1, 0),
	question: choice(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'], '1'),
};

/** All that one state of the figure shows. */
export interface Shown extends Measured {
	readonly size: number;
	readonly k: number;
	/** Sentences that neighbors share: fewer than a chunk has. */
	readonly overlap: number;
	readonly chunks: readonly Chunk[];
	/** The question that is looked at, by place from 0. */
	readonly chosen: number;
	/** The same for chunks of 1, 2, … sentences. */
	readonly sizes: readonly Measured[];
	/** What share of the answer's words is, in percent. */
	readonly percent: number;
	/** Found by chunks of the same size without overlap, and by chunks of one sentence less. */
	readonly foundApart: number;
	readonly wordsApart: number;
	readonly foundSmaller: number;
}

const overlapFor = (size: number, overlap: number): number => Math.min(overlap, size - 1);

export const model = figureModel({
	settings,
	compute: ({ size, k, overlap: wanted, question }): Shown => {
		const overlap = overlapFor(size, wanted);
		const sizes = SENTENCES.map((_, at) => measure(at + 1, overlapFor(at + 1, wanted), k));
		const measured = measure(size, overlap, k);
		const apart = measure(size, 0, k);
		return {
			...measured,
			size,
			k,
			overlap,
			chunks: cut(size, overlap),
			chosen: Number(question) - 1,
			sizes,
			percent: 100 * measured.share,
			foundApart: apart.found,
			wordsApart: apart.words,
			foundSmaller: (sizes[size - 2] ?? measured).found,
		};
	},
	builtIn:
		'No language model runs: dilution is counted in words, and what it does to answers is not shown. The text changes its topic after every four sentences, which real text does not. Words are compared, not meanings. Ten questions of our own move recall in tenths.',
	name: ({ size, k }) =>
		`Which sentences reach the prompt, with chunks of ${count(size, 'sentence')} and the best ${k} retrieved`,
	finding: ({ found, percent, words }) =>
		`The answer is in the prompt for ${found} of ${ASKED} questions, and makes up ${fixed(percent, 1)}% of the ${fixed(words, 1)} words that a prompt has on average.`,
	caption: ({ chosen, hits, prompts }) => {
		const [question = '', gold = 1] = QUESTIONS[chosen] ?? [];
		const read = [...(prompts[chosen] ?? [])].sort((a, b) => a - b).map((place) => SENTENCES[place]);
		const text = read.slice(0, 3).join(' ') + (read.length > 3 ? ` … and ${read.length - 3} more.` : '');
		return hits[chosen]
			? `Question ${chosen + 1}, “${question}?”, is answered by “${SENTENCES[gold - 1]}”, which was retrieved.`
			: `Question ${chosen + 1}, “${question}?”, is missed. Retrieved: “${text}” The answer would be “${SENTENCES[gold - 1]}”`;
	},
	description: ({ hits, prompts, chunks, words, recall }) =>
		`A grid of ${ASKED} questions by ${ALL} sentences, in ${count(chunks.length, 'chunk')}. ${hits
			.map((hit, at) => `Question ${at + 1}: ${count(prompts[at]?.size ?? 0, 'sentence')}, ${hit ? 'found' : 'missed'}`)
			.join(
				'. ',
			)}. Beside it, recall by words in the prompt for all sizes: now ${fixed(recall, 1)} at ${fixed(words, 1)} words.`,
	readings: ({ recall, percent, words, chunks, k }) => [
		{ name: `Recall@${k}`, value: fixed(recall, 1) },
		{ name: 'Words in a prompt', value: fixed(words, 1), note: `of ${WORDS}` },
		{ name: 'Of which the answer', value: `${fixed(percent, 1)}%` },
		{ name: 'Chunks', value: chunks.length },
	],
	table: ({ sizes, size }) => ({
		caption: 'Recall and dilution by chunk size',
		columns: ['Sentences', 'Recall', 'Words', 'Of which the answer'],
		rows: sizes.map(({ recall, words, share }, at) => [
			at + 1,
			fixed(recall, 1),
			fixed(words, 1),
			`${fixed(100 * share, 1)}%`,
		]),
		current: size - 1,
	}),
	presets: [
		{
			name: 'Single sentences',
			values: { size: 1 },
			lesson: ({ found }) =>
				`Only ${found} of ${ASKED} are found. The first question asks about the KV cache, and the sentence that answers it says “It” instead.`,
		},
		{
			name: 'More of them',
			values: { size: 1, k: 3 },
			lesson: ({ found, k, words }) =>
				`With k = ${k}, ${found} are found, in ${fixed(words, 1)} words: many small pieces instead of one large one.`,
		},
		{
			name: 'One topic a chunk',
			values: { size: PAGE },
			lesson: ({ found, percent }) =>
				`Cut where the topic changes, all ${found} are found. ${fixed(percent, 1)}% of the prompt answers; the rest is what came along.`,
		},
		{
			name: 'One sentence too many',
			values: { size: 5, question: '6' },
			lesson: ({ found, foundSmaller }) =>
				`A sentence more, and ${found} are found instead of ${foundSmaller}: chunks now begin in the middle of a topic.`,
		},
		{
			name: 'Overlap',
			values: { overlap: 1 },
			lesson: ({ found, foundApart, words, wordsApart }) =>
				`With overlap, ${found} are found instead of ${foundApart}, in ${fixed(words, 1)} words instead of ${fixed(wordsApart, 1)}: no pair of neighbors is cut apart.`,
		},
		{
			name: 'Everything',
			values: { size: ALL },
			lesson: ({ recall, percent }) =>
				`One chunk, and a recall of ${fixed(recall, 1)} without a search. ${fixed(percent, 1)}% of what the model has to read is the answer.`,
		},
	],
});

/** BM25 written otherwise: 1 + (N − n + ½)/(n + ½) is (N + 1)/(n + ½), and the count is divided out. */
const otherwise: Scorer = (bags, words) =>
	bags.map((bag) => {
		const size = [...bag.values()].reduce((total, times) => total + times, 0);
		const all = bags.flatMap((one) => [...one.values()]).reduce((total, times) => total + times, 0);
		const relative = (size * bags.length) / all;
		return words.reduce((score, word) => {
			const times = bag.get(word);
			if (times === undefined) return score;
			const having = bags.filter((one) => one.has(word)).length;
			return (
				score + (Math.log(bags.length + 1) - Math.log(having + 0.5)) * (2.2 / (1 + (0.3 + 0.9 * relative) / times))
			);
		}, 0);
	});

export const checks: FigureChecks<Shown> = {
	lessons: {
		'Single sentences': ({ found, hits, k, size }) => size === 1 && k === 1 && found === 4 && hits[0] === false,
		'More of them': ({ found, words, size, k }) => size === 1 && k === 3 && found === 9 && words < 30,
		'One topic a chunk': ({ found, size, percent }) => size === PAGE && found === ASKED && percent > 25,
		'One sentence too many': ({ found, foundSmaller }) => found < foundSmaller,
		Overlap: ({ found, foundApart, words, wordsApart }) => found > foundApart && words < wordsApart,
		Everything: ({ chunks, recall, percent }) => chunks.length === 1 && recall === 1 && percent < 5,
	},
	comparisons: ({ size, overlap, k, chunks, found, words, recall, share, sizes }) => {
		const again = measure(size, overlap, k, otherwise);
		const more = measure(size, overlap, k + 1);
		const gold = QUESTIONS.reduce((total, [, place]) => total + (lengths[place - 1] ?? 0), 0);
		return [
			exactly('chunks, by division', chunks.length, Math.max(1, Math.ceil((ALL - overlap) / (size - overlap)))),
			exactly('found, by BM25 written otherwise', found, again.found),
			nearly('words, by BM25 written otherwise', words, again.words, 1e-12),
			exactly('recall is never more than with one chunk more', Math.min(recall, more.recall), recall),
			exactly('recall of the whole text', sizes.at(-1)?.recall ?? 0, 1),
			...(k >= chunks.length
				? [
						exactly('words, with all chunks', words, WORDS),
						nearly('share, with all chunks', share, gold / (ASKED * WORDS), 1e-12),
					]
				: []),
		];
	},
};
