/** What `requirements.txt` pins, read once: for the environment that runs listings, for the wheels of the pages, for notebooks and tasks. */
import { readFileSync } from 'node:fs';
import { type Requirement, requirementsIn } from './requirements.ts';

/** Its path from the root of the repository. */
export const requirementsFile = 'src/listings/requirements.txt';

export const requirements: readonly Requirement[] = requirementsIn(readFileSync(requirementsFile, 'utf8'));
