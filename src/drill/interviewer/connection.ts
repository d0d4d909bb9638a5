/** Tries a connection step by step, and says what keeps a page and a server apart: browsers give scripts no reason. */
import { countInWords } from '../../ground/words.ts';
import { type Feature, lackingOf } from './asking.ts';
import { isThere, type Listening, listModels, whereTo } from './client.ts';
import { type Endpoint, isLoopback, isMixedContent, isPrivate } from './endpoint.ts';
import { failureText, ModelFailure } from './failures.ts';
import { gradeAnswer, newFence } from './grading.ts';
import type { Script } from './script.ts';
import type { Server } from './servers.ts';

/** Where the page itself stands. */
export interface PagePlace {
	readonly origin: string;
	readonly protocol: string;
}

export interface Finding {
	readonly ok: boolean;
	readonly text: string;
	/** What to do about it. */
	readonly mend?: string;
	/** The same as something to type. */
	readonly command?: string;
}

export interface Tried {
	readonly findings: readonly Finding[];
	/** Models that the server offers, for the reader to choose from. */
	readonly models: readonly string[];
	readonly ok: boolean;
}

/** What a test has graded: it sends what every grading sends, and nothing of the reader's. */
export const sample = {
	script: {
		id: 'connection-test',
		ask: 'What does a hash function do in a hash table?',
		rubric: [{ id: 'maps-keys', text: 'It maps each key to a bucket.', essential: true }],
		answer: 'It maps each key to the bucket where its value is kept.',
		followUps: [],
	} satisfies Script,
	answer: 'A hash function maps each key to a bucket.',
};

/** How a server without a feature is asked. */
const without: Readonly<Record<Feature, string>> = {
	form: 'The server does not hold the model to a form; it is asked for the form in words.',
	rules: 'The server takes no rules in a role of their own; they go before each answer.',
};

/** State of the browser's permission to reach this device or the network around it; undefined where the browser knows none. */
async function permission(baseUrl: string): Promise<PermissionState | undefined> {
	for (const name of [isLoopback(baseUrl) ? 'loopback-network' : 'local-network', 'local-network-access']) {
		try {
			return (await navigator.permissions.query({ name: name as PermissionName })).state;
		} catch {
			// Not a permission of this browser.
		}
	}
	return undefined;
}

/** Why nothing came back, as far as a page can find out. */
async function whyUnreachable(
	{ baseUrl }: Endpoint,
	server: Server,
	{ origin, protocol }: PagePlace,
	listening: Listening,
): Promise<Finding> {
	const near = isLoopback(baseUrl) || isPrivate(baseUrl);
	const state = near ? await permission(baseUrl) : undefined;
	if (state === 'denied') {
		return {
			ok: false,
			text: 'The browser blocks this page from your local network: the permission is denied.',
			mend: 'Allow it in the site’s settings, beside the address bar (local network, or apps on this device), and test again. Browsers ask only on pages served by https or from this device.',
		};
	}
	if (isMixedContent(protocol, baseUrl) && !isPrivate(baseUrl)) {
		return {
			ok: false,
			text: 'Mixed content: this page came by https, the address is http, and browsers hold such requests back.',
			mend: 'Give the server a certificate and use https, or run it on this device: http://localhost is let through.',
		};
	}
	if (await isThere(baseUrl, listening)) {
		const command = server.command?.(origin);
		return {
			ok: false,
			text: `Something answers at ${baseUrl}, but does not let this page read it (CORS).`,
			mend: server.origins(origin),
			...(command && { command }),
		};
	}
	const reasons = [
		`Check that ${server.id === 'other' ? 'the server' : server.name} runs, and the port.`,
		near && 'If the browser asked whether this page may reach your local network or apps on this device, allow it.',
		isLoopback(baseUrl) &&
			protocol === 'https:' &&
			'Older versions of Safari let no https page reach http://localhost.',
		isMixedContent(protocol, baseUrl) &&
			'Only browsers that ask for the local network let an https page reach an http address there; others need https.',
	];
	return { ok: false, text: `Nothing answers at ${baseUrl}.`, mend: reasons.filter(Boolean).join(' ') };
}

async function found(
	error: unknown,
	endpoint: Endpoint,
	server: Server,
	place: PagePlace,
	listening: Listening,
): Promise<Finding> {
	if (error instanceof ModelFailure && error.kind === 'unreachable') {
		return whyUnreachable(endpoint, server, place, listening);
	}
	if (error instanceof ModelFailure && error.kind === 'redirected') {
		const to = await whereTo(endpoint.baseUrl, listening);
		const mend = to
			? `It leads to ${to}. Give that address instead, if you trust it.`
			: 'The browser does not say where to. Give the address that it leads to.';
		return { ok: false, text: failureText(error), mend };
	}
	return { ok: false, text: failureText(error) };
}

/** The models on offer; none where the server keeps silent about them, or for too long. */
async function modelsOf(endpoint: Endpoint, listening: Listening): Promise<string[]> {
	try {
		return await listModels(endpoint, listening);
	} catch (error) {
		if (error instanceof ModelFailure && error.kind === 'stalled') return [];
		throw error;
	}
}

/** Tries a connection: the list of models, then one grading of a sample. Sends nothing of the reader's. */
export async function tryConnection(
	endpoint: Endpoint,
	server: Server,
	place: PagePlace,
	listening: Listening = {},
): Promise<Tried> {
	const findings: Finding[] = [];
	let models: string[] = [];
	const failed = async (error: unknown): Promise<Tried> => ({
		findings: [...findings, await found(error, endpoint, server, place, listening)],
		models,
		ok: false,
	});
	try {
		models = await modelsOf(endpoint, listening);
	} catch (error) {
		return failed(error);
	}
	const listed =
		models.length === 0
			? 'The server does not list its models.'
			: `The server answers and offers ${countInWords(models.length, 'model')}.`;
	const unlisted = endpoint.model !== '' && models.length > 0 && !models.includes(endpoint.model);
	findings.push({
		ok: true,
		text: unlisted ? `${listed} “${endpoint.model}” is not among them; it is tried all the same.` : listed,
	});
	if (endpoint.model === '') {
		findings.push({ ok: false, text: 'Choose a model, and test again.' });
		return { findings, models, ok: false };
	}
	const began = performance.now();
	let first: number | undefined;
	const onText = (): void => {
		first ??= performance.now() - began;
	};
	let counts: boolean;
	try {
		const { marks } = await gradeAnswer(
			endpoint,
			{ ...sample, followUps: [], fence: newFence() },
			{ ...listening, onText },
		);
		counts = Object.values(marks).some(({ grade, doubt }) => grade !== 'missed' && !doubt);
	} catch (error) {
		return failed(error);
	}
	const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
	findings.push({
		ok: true,
		text: `The model grades; its first word took ${seconds(first ?? performance.now() - began)}.`,
	});
	for (const feature of lackingOf(endpoint)) findings.push({ ok: true, text: without[feature] });
	if (!counts) {
		findings.push({
			ok: false,
			text: 'It did not quote the sample that it graded, and a grade without a quote does not count.',
			mend: 'Another model, or a larger one, may do better. You can start all the same, and mark what it leaves to you.',
		});
	}
	return { findings, models, ok: counts };
}
