/** A reader's history for the journeys: a backup as the site exports it, which a test imports as a reader would. */
import { createHash } from 'node:crypto';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import type { RecallCatalog } from '../../../src/recall/prompts.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Backup {
	format: string;
	formatVersion: number;
	exportedAt: string;
	scheduler: { name: string; version: string; weights: number[] };
	events: Record<string, unknown>[];
	sessions: unknown[];
	settings: Record<string, unknown>;
	setAside: string[];
}

/** A uuid that a text stands for. */
function uuid(text: string): string {
	const hex = createHash('sha256').update(text).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

interface History {
	/** The day it ends, in UTC, as the browser of a test has it. */
	readonly until: Date;
	/** Concepts in the review; all when left out. */
	readonly concepts?: readonly string[];
	readonly days?: number;
}

/** A few weeks: prompts are added on the first days, and answered when two, then four, then eight days have gone by. */
export async function madeBackup(request: APIRequestContext, { until, concepts, days = 24 }: History): Promise<Backup> {
	const catalog: RecallCatalog = await (await request.get('review/concepts.json')).json();
	const events: Record<string, unknown>[] = [];
	const add = (subject: string, time: number, event: Record<string, unknown>): void => {
		events.push({ id: uuid(`${subject} ${time} ${event.kind}`), time, study: time - 4 * HOUR, ...event });
	};
	const start = until.getTime() - days * DAY;
	const chosen = catalog.concepts.filter(({ slug }) => !concepts || concepts.includes(slug));
	chosen.forEach(({ slug, prompts }, number) => {
		const first = start + 2 * number * DAY;
		for (let stage = 1; stage <= 6 - number; stage++) {
			add(slug, first + stage * 60_000, { kind: 'stage-done', concept: slug, stage });
		}
		Object.entries(prompts).forEach(([id, revision], index) => {
			const prompt = `${slug}/${id}`;
			let time = first + HOUR + index * 60_000;
			add(prompt, time - 1000, { kind: 'enrol', prompt, revision });
			for (let answer = 0; time < until.getTime(); answer++) {
				const rating = (number + index + answer) % 6 === 5 ? 1 : 3;
				add(prompt, time, { kind: 'review', prompt, revision, rating, duration: 9000, source: 'queue' });
				time += 2 ** (answer + 1) * DAY + (index % 3) * DAY;
			}
		});
	});
	return {
		format: 'sixfold-backup',
		formatVersion: 1,
		exportedAt: until.toISOString(),
		scheduler: { name: 'ts-fsrs', version: '5.4.2', weights: [] },
		events,
		sessions: [],
		settings: { retention: 0.9, dailyLimit: 50, grades: 2, interview: null, changed: 0 },
		setAside: [],
	};
}

/** A file to be chosen in a file input. */
export function jsonFile(content: unknown, name = 'sixfold-backup.json') {
	const text = typeof content === 'string' ? content : JSON.stringify(content);
	return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

/** Chooses a file to import on the progress page that is open. */
export function chooseFile(page: Page, content: unknown): Promise<void> {
	return page.getByLabel('Backup to import').setInputFiles(jsonFile(content));
}

/** Imports a backup on the progress page that is open. */
export async function importBackup(page: Page, backup: Backup): Promise<void> {
	await chooseFile(page, backup);
	await page.getByRole('button', { name: 'Import it' }).click();
	await expect(page.getByText(/^Imported: \d+ new/)).toBeVisible();
}
