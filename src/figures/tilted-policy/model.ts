/** The policy that is best for "reward minus β times KL" over six answers, and what a flaw of the reward makes of it. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { number } from '../parts/settings.ts';
import { fixed } from '../parts/words.ts';

/** Answers to one prompt: how often the reference gives each of the others to the last, how good it is, what length adds to its reward. */
const ANSWERS = [
	{ name: 'off topic', weight: 0.3, quality: 0, length: 0 },
	{ name: 'vague', weight: 0.3, quality: 1, length: 0 },
	{ name: 'terse', weight: 0.2, quality: 2, length: 0 },
	{ name: 'explained', weight: 0.15, quality: 3, length: 0 },
	{ name: 'padded', weight: 0.045, quality: 2, length: 2 },
	{ name: 'long, wrong', weight: 0, quality: -1, length: 6 },
] as const;
const OTHERS = ANSWERS.reduce((sum, { weight }) => sum + weight, 0);

const settings = {
	beta: number(0.1, 4, 0.05, 2),
	flaw: number(0, 1, 0.05, 1),
	share: number(0.1, 5, 0.1, 0.5),
};

/** Means under one policy. */
interface Means {
	readonly proxy: number;
	readonly truth: number;
	readonly kl: number;
}

/** All that one state of the figure shows. */
export interface Shown extends Means {
	readonly beta: number;
	readonly flaw: number;
	/** Percentage of the last answer under the reference, as it is set. */
	readonly share: number;
	/** Its share under the reference and under the policy. */
	readonly before: number;
	readonly now: number;
	readonly answers: readonly {
		readonly name: string;
		readonly quality: number;
		readonly reward: number;
		readonly reference: number;
		readonly policy: number;
	}[];
	/** Mean quality under the reference. */
	readonly start: number;
	/** The setting of β with the highest mean quality, and that quality. */
	readonly bestBeta: number;
	readonly bestTruth: number;
	/** Where the KL ends as β goes to nothing. */
	readonly most: number;
	/** From the reference to that end. */
	readonly path: readonly Means[];
}

/** What the path is drawn through, and what the slider can reach. */
const PATH = Array.from({ length: 49 }, (_, step) => 40 / 1.2 ** step);
const { min, max, step } = settings.beta;
const BETAS = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, at) =>
	Number((min + at * step).toFixed(2)),
);

function answersOf(flaw: number, share: number) {
	return ANSWERS.map(({ name, weight, quality, length }) => ({
		name,
		quality,
		reward: quality + flaw * length,
		reference: weight ? (weight / OTHERS) * (1 - share / 100) : share / 100,
	}));
}

type Answer = ReturnType<typeof answersOf>[number];

/** Reference times e to the reward over β, made to sum to one. */
function tilt(answers: readonly Answer[], beta: number): number[] {
	const top = Math.max(...answers.map(({ reward }) => reward));
	const weights = answers.map(({ reward, reference }) => reference * Math.exp((reward - top) / beta));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	return weights.map((weight) => weight / total);
}

function meansOf(answers: readonly Answer[], policy: readonly number[]): Means {
	let [proxy, truth, kl] = [0, 0, 0];
	for (const [at, { reward, quality, reference }] of answers.entries()) {
		const share = policy[at] ?? 0;
		proxy += share * reward;
		truth += share * quality;
		if (share > 0) kl += share * Math.log(share / reference);
	}
	return { proxy, truth, kl };
}

export const model = figureModel({
	settings,
	compute: ({ beta, flaw, share }): Shown => {
		const answers = answersOf(flaw, share);
		const policy = tilt(answers, beta);
		const means = (at: number): Means => meansOf(answers, tilt(answers, at));
		const bestBeta = BETAS.reduce((best, at) => (means(at).truth > means(best).truth + 1e-9 ? at : best));
		const top = Math.max(...answers.map(({ reward }) => reward));
		return {
			...{ beta, flaw, share, bestBeta },
			...meansOf(answers, policy),
			before: share / 100,
			now: policy.at(-1) ?? 0,
			answers: answers.map((answer, at) => ({ ...answer, policy: policy[at] ?? 0 })),
			start: answers.reduce((sum, { reference, quality }) => sum + reference * quality, 0),
			bestTruth: means(bestBeta).truth,
			most: -Math.log(answers.reduce((sum, { reward, reference }) => sum + (top - reward < 1e-9 ? reference : 0), 0)),
			path: PATH.map(means),
		};
	},
	builtIn:
		'One prompt, six answers, chosen by hand: shares, quality, and a reward that is wrong about the two long ones alone. The policy is the exact optimum, as if training had no noise and no end; a real run may stop short of it.',
	name: ({ beta }) => `Six answers under the reference and under the best policy at β = ${said(beta)}`,
	finding: ({ beta, flaw, truth, start, bestBeta, bestTruth }) => {
		if (flaw === 0) return `The reward is honest: quality rises with it, to ${fixed(truth, 2)} at β = ${said(beta)}.`;
		if (truth < start)
			return `At β = ${said(beta)} the policy is worse than the reference: quality ${fixed(truth, 2)}, from ${fixed(start, 2)}.`;
		if (beta < bestBeta)
			return `At β = ${said(beta)} quality is ${fixed(truth, 2)}, past its peak of ${fixed(bestTruth, 2)} at ${said(bestBeta)}.`;
		return `At β = ${said(beta)} quality is ${fixed(truth, 2)}, up from ${fixed(start, 2)} under the reference.`;
	},
	caption: ({ proxy, truth, kl, most, before, now }) =>
		`Mean reward ${fixed(proxy, 2)}, mean quality ${fixed(truth, 2)}. KL ${fixed(kl, 2)} nats; it ends at ${fixed(most, 2)}, however low β is. The long, wrong answer has gone from ${fixed(100 * before, 1)}% to ${fixed(100 * now, 1)}%.`,
	description: ({ answers, proxy, truth, kl, most, bestTruth }) =>
		`Six rows, each with a bar for the policy and a mark for the reference: ${answers.map(({ name, reference, policy }) => `${name} ${fixed(100 * reference, 1)}% to ${fixed(100 * policy, 1)}%`).join('; ')}. A chart of means by KL, from 0 to ${fixed(most, 2)}: reward rises all the way; quality reaches ${fixed(bestTruth, 2)} at most. The policy stands at a KL of ${fixed(kl, 2)}, reward ${fixed(proxy, 2)}, quality ${fixed(truth, 2)}.`,
	readings: ({ proxy, truth, start, kl, most }) => [
		{ name: 'Reward', value: fixed(proxy, 2), note: 'what is optimized' },
		{ name: 'Quality', value: fixed(truth, 2), note: `reference ${fixed(start, 2)}` },
		{ name: 'KL', value: `${fixed(kl, 2)} nats`, note: `of ${fixed(most, 2)} at most` },
	],
	table: ({ answers }) => ({
		caption: 'The six answers',
		columns: ['Answer', 'Quality', 'Reward', 'Reference', 'Policy'],
		rows: answers.map(({ name, quality, reward, reference, policy }) => [
			name,
			fixed(quality, 0),
			fixed(reward, 1),
			`${fixed(100 * reference, 1)}%`,
			`${fixed(100 * policy, 1)}%`,
		]),
	}),
	presets: [
		{
			name: 'β too low',
			values: { beta: 0.2 },
			lesson: ({ proxy, truth, start, before, now }) =>
				`The reward says ${fixed(proxy, 2)}. Quality says ${fixed(truth, 2)}, far below the ${fixed(start, 2)} of the reference: an answer with a share of ${fixed(100 * before, 1)}% now has ${fixed(100 * now, 1)}%.`,
		},
		{
			name: 'The best β',
			values: { beta: 1.05 },
			lesson: ({ bestTruth, now }) =>
				`Quality peaks here, at ${fixed(bestTruth, 2)}, although the long, wrong answer has grown to ${fixed(100 * now, 1)}% already. The reward shows no sign of a peak.`,
		},
		{
			name: 'An honest reward',
			values: { beta: 0.2, flaw: 0 },
			lesson: ({ truth, most }) =>
				`The same low β, and quality is ${fixed(truth, 2)}. Nothing is overrated, so the KL ends at ${fixed(most, 2)}, on the best answer.`,
		},
		{
			name: 'Half the flaw',
			values: { beta: 0.2, flaw: 0.5 },
			lesson: ({ proxy, truth, start }) =>
				`The reward is wrong, ${fixed(proxy, 2)} for a quality of ${fixed(truth, 2)}, but no overrated answer outscores the best one. Quality stays far above ${fixed(start, 2)}.`,
		},
		{
			name: 'A rarer bad answer',
			values: { beta: 0.5, share: 0.1 },
			lesson: ({ before, truth, start, most }) =>
				`At ${fixed(100 * before, 1)}% under the reference it needs a lower β to take over: quality is still ${fixed(truth, 2)}, above ${fixed(start, 2)}. It has only moved the end, to a KL of ${fixed(most, 2)}.`,
		},
	],
});

/** A setting as its box shows it. */
function said(value: number): string {
	return String(Number(value.toFixed(2)));
}

export const checks: FigureChecks<Shown> = {
	lessons: {
		'β too low': ({ proxy, truth, start, now }) => proxy > 4.9 && truth < start - 2 && now > 0.9,
		'The best β': ({ beta, bestBeta, truth, bestTruth, now, before, path }) =>
			beta === bestBeta &&
			truth === bestTruth &&
			now > before &&
			path.every(({ proxy }, at) => proxy >= (path[at - 1]?.proxy ?? 0) - 1e-12),
		'An honest reward': ({ beta, truth, proxy, most }) =>
			beta === 0.2 && Math.abs(truth - proxy) < 1e-12 && truth > 2.9 && most < 2,
		'Half the flaw': ({ flaw, proxy, truth, start, answers }) =>
			flaw === 0.5 &&
			proxy > truth &&
			truth > start + 1 &&
			answers.every(({ reward }) => reward <= (answers[3]?.reward ?? 0) + 1e-9),
		'A rarer bad answer': ({ share, beta, truth, start, most }) =>
			share === 0.1 && beta === 0.5 && truth > start && most > 6.9,
	},
	comparisons: ({ beta, answers, proxy, kl, most, now }) => {
		// By the sum of plain exponentials: log Z gives the objective, and its slope in 1/β the mean reward.
		const logZ = (inverse: number): number =>
			Math.log(answers.reduce((sum, { reward, reference }) => sum + reference * Math.exp(reward * inverse), 0));
		const step = 1e-5;
		const slope = (logZ(1 / beta + step) - logZ(1 / beta - step)) / (2 * step);
		// Odds of the last answer against all others, pair by pair.
		const last = answers.at(-1);
		const against = answers.reduce(
			(sum, { reward, reference }) =>
				sum + (reference / (last?.reference ?? 1)) * Math.exp((reward - (last?.reward ?? 0)) / beta),
			0,
		);
		const best = answers.reduce((one, other) => (other.reward > one.reward + 1e-9 ? other : one));
		const rest = answers.filter(({ reward }) => best.reward - reward > 1e-9);
		const gap = best.reward - Math.max(...rest.map(({ reward }) => reward));
		return [
			nearly('objective, by β log Z', proxy - beta * kl, beta * logZ(1 / beta)),
			nearly('mean reward, by the slope of log Z', proxy, slope, 1e-6, 1),
			nearly('KL, by reward over β minus log Z', kl, proxy / beta - logZ(1 / beta), 1e-9, 1),
			nearly('share of the last answer, by its odds', now, 1 / against),
			...(gap / beta > 14 ? [nearly('KL at the end', kl, most, 1e-2, 1)] : []),
		];
	},
};
