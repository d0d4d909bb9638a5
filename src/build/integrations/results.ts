/** Keeps what builds leave for the next one from growing without end. */
import type { AstroIntegration } from 'astro';
import { sweepResults } from '../../resultCache.ts';

export default function results(): AstroIntegration {
	return { name: 'results', hooks: { 'astro:build:done': () => sweepResults() } };
}
