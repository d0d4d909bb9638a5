/** What a reader looked for, from the search to the page that it leads to. */
import { keptInTab } from '../keeping/kept.ts';

export const sought = keptInTab('sought', (value) => (typeof value === 'string' ? value : undefined));
