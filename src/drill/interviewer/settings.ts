/**
 * What the reader asked this browser to remember of their server, as JSON under `sixfold:interviewer:<base path>`. It is no part of
 * backups. Without being asked, nothing is kept; the key only when it is asked for by itself.
 */
import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';

const KEY = `sixfold:interviewer:${import.meta.env.BASE_URL}`;

const kept = z.object({ server: z.string(), baseUrl: z.string(), model: z.string(), key: z.string() });

export type Remembered = Endpoint & { readonly server: string };

export function remembered(): Remembered | undefined {
	try {
		const read = kept.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
		return read.success ? read.data : undefined;
	} catch {
		return undefined;
	}
}

/** False when the browser does not let the site keep anything. */
export function remember(settings: Remembered): boolean {
	try {
		localStorage.setItem(KEY, JSON.stringify(settings));
		return true;
	} catch {
		return false;
	}
}

export function forget(): void {
	try {
		localStorage.removeItem(KEY);
	} catch {
		// Storage is blocked: there was nothing to forget.
	}
}
