/** A request as the search part of an address, so that a drill can be repeated and shared. */
import { formats, questionLevels } from '../concepts/interview.ts';
import type { PlanRequest } from './plan.ts';

export const MOST_MINUTES = 120;
export const LEAST_MINUTES = 5;

export const usual: Omit<PlanRequest, 'seed'> = {
	concepts: [],
	level: 'mid',
	formats: [],
	minutes: 30,
	hideLevels: false,
	asked: [],
};

const names = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const keys = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const seeds = /^[a-z0-9]{1,16}$/;

function listOf(text: string | null, allowed: RegExp): string[] {
	return [...new Set((text ?? '').split(',').filter((name) => allowed.test(name)))];
}

/** Reads an address. What it does not say, or says wrong, is as usual; the seed is undefined when there is none. */
export function readRequest(search: string): Omit<PlanRequest, 'seed'> & { readonly seed: string | undefined } {
	const parameters = new URLSearchParams(search);
	const seed = parameters.get('seed') ?? '';
	const minutes = Math.round(Number(parameters.get('minutes')));
	return {
		seed: seeds.test(seed) ? seed : undefined,
		concepts: listOf(parameters.get('concepts'), names),
		level: questionLevels.find((level) => level === parameters.get('level')) ?? usual.level,
		formats: formats.filter((format) => listOf(parameters.get('formats'), names).includes(format)),
		minutes: minutes > 0 ? Math.min(MOST_MINUTES, Math.max(LEAST_MINUTES, minutes)) : usual.minutes,
		hideLevels: parameters.get('levels') === 'hidden',
		asked: listOf(parameters.get('asked'), keys),
	};
}

/** The search part of the address that asks for the same drill, `?` included. */
export function writeRequest(request: PlanRequest): string {
	const { seed, concepts, level, minutes, hideLevels, asked } = request;
	const parts = [
		`seed=${seed}`,
		concepts.length > 0 && asked.length === 0 && `concepts=${concepts.join(',')}`,
		`level=${level}`,
		request.formats.length > 0 && asked.length === 0 && `formats=${request.formats.join(',')}`,
		`minutes=${minutes}`,
		hideLevels && 'levels=hidden',
		asked.length > 0 && `asked=${asked.join(',')}`,
	];
	return `?${parts.filter(Boolean).join('&')}`;
}
