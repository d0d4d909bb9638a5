/** The concepts that a build shows: drafts are passed by, in tests as in builds. */
import { resolve } from 'node:path';
import { today } from '../src/build/today.ts';
import { readContent } from '../src/concepts/reading/content.ts';

/** Their slugs. */
export const published: readonly string[] = readContent(resolve(import.meta.dirname, '..'), today()).concepts.map(
	({ slug }) => slug,
);
