/**
 * What the reader asked this browser to remember of their server. It is no part of backups. Without being asked, nothing is kept; the
 * key only when it is asked for by itself.
 */
import * as z from 'zod/mini';
import { kept } from '../../keeping/kept.ts';
import type { Endpoint } from './endpoint.ts';

const settings = z.object({ server: z.string(), baseUrl: z.string(), model: z.string(), key: z.string() });

export type Remembered = Endpoint & { readonly server: string };

const place = kept<Remembered>('interviewer', (value) => settings.safeParse(value).data);

export function remembered(): Remembered | undefined {
	return place.read();
}

/** False when the browser does not let the site keep anything. */
export function remember(settings: Remembered): boolean {
	return place.keep(settings);
}

export function forget(): void {
	place.forget();
}
