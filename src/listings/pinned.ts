/** What `requirements.txt` pins, read once: for the environment that runs listings, for the wheels of the pages, for notebooks and tasks. */
import { existsSync, readFileSync } from 'node:fs';
import { type Requirement, requirementsIn } from './requirements.ts';

/** Its path from the root of the repository. */
export const requirementsFile = 'src/listings/requirements.txt';

/** Beside this module, whatever folder a command runs in; pages are rendered by a bundle, which stands elsewhere, from the root. */
const beside = new URL('./requirements.txt', import.meta.url);

export const requirements: readonly Requirement[] = requirementsIn(
	readFileSync(existsSync(beside) ? beside : requirementsFile, 'utf8'),
);
