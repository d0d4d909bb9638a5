/** Where the first screen of a page ends: all before it is drawn without waiting for a stylesheet. */

/** Stands in a page's markup; the build takes it out. Only the first one counts. */
export const firstScreenEnd = '<!--first screen-->';
