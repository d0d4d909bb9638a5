/** The limits of what the log, the settings and a backup may hold. */

/** Times outside of these years come from a broken clock or a broken file. */
export const EARLIEST = Date.UTC(2020, 0, 1);
export const LATEST = Date.UTC(2200, 0, 1);

/** Longest note, longest title of a place, and longest time over one answer in milliseconds, that are kept. */
export const LONGEST_NOTE = 2000;
export const LONGEST_TITLE = 300;
export const LONGEST_ANSWER = 3_600_000;

/** Probabilities of recall that a reader may ask for. Below, reviews are mostly failures; above, they cost too much. */
export const LOWEST_RETENTION = 0.7;
export const HIGHEST_RETENTION = 0.97;
