/** What `benchRecall.ts` measures inside of a browser: a history of many years, opened as the review opens it. */
import type { RecallEvent } from '../recall/log/events.ts';
import { defaultSettings } from '../recall/log/settings.ts';
import { DAY, dayOf, HOUR } from '../recall/log/studyDay.ts';
import { targetOn } from '../recall/schedule/due.ts';
import { buildQueue } from '../recall/schedule/queue.ts';
import { fsrsScheduler } from '../recall/schedule/scheduler.ts';
import { indexedDbStore } from '../recall/store/indexedDb.ts';

export interface Scale {
	readonly prompts: number;
	readonly events: number;
	readonly runs: number;
}

export interface Figures {
	/** Milliseconds, of several runs in order. */
	readonly startUp: readonly number[];
	readonly queue: readonly number[];
	readonly answer: readonly number[];
}

const CONCEPTS = 40;
const START = Date.UTC(2026, 0, 5, 12);

function eventOf(index: number, prompts: number): RecallEvent {
	const prompt = `concept-${index % CONCEPTS}/prompt-${index % prompts}`;
	const time = START + Math.floor(index / prompts) * 9 * DAY + (index % prompts) * 10;
	const base = { id: crypto.randomUUID(), prompt, revision: 1, time, study: time - 4 * HOUR };
	if (index < prompts) return { ...base, kind: 'enrol' };
	return { ...base, kind: 'review', rating: index % 11 === 0 ? 1 : 3, duration: 9000, source: 'queue' };
}

async function timed<Value>(work: () => Promise<Value> | Value): Promise<{ value: Value; ms: number }> {
	const started = performance.now();
	const value = await work();
	return { value, ms: performance.now() - started };
}

/** Fills a database, then opens it, computes its queue and adds an answer, a few times each. */
export async function measureRecall({ prompts, events: count, runs }: Scale): Promise<Figures> {
	const scheduler = fsrsScheduler();
	const store = indexedDbStore({ name: 'bench', scheduler });
	const events = Array.from({ length: count }, (_, index) => eventOf(index, prompts));
	await store.replace((contents) => ({ ...contents, events }));
	const revisions = new Map(events.slice(0, prompts).map((event) => ['prompt' in event ? event.prompt : '', 1]));
	const day = dayOf(START) + 200;
	const [startUp, queue, answer]: [number[], number[], number[]] = [[], [], []];
	for (let run = 0; run < runs; run++) {
		store.close();
		const { value: state, ms } = await timed(() => store.load());
		startUp.push(ms);
		const input = { revisions, day, target: targetOn(day, defaultSettings), dailyLimit: 50, scheduler };
		queue.push((await timed(() => buildQueue({ cards: state.cards, ...input }))).ms);
		const next = eventOf(count + run, prompts);
		answer.push((await timed(() => store.append(['prompt' in next ? next.prompt : ''], () => [next]))).ms);
	}
	await store.erase();
	return { startUp, queue, answer };
}
