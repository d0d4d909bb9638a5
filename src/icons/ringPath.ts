/** The geometry of the folded ring, for pages, icons and cards. */

/** View box that a ring is drawn in. */
export const ringViewBox = '-12 -12 24 24';

/** Segment of stage 1; the others are it, turned. */
export const ringSegment = 'M1.1-4.9L9.7.06V-5.6L6.01-7.73Z';

/** The six turns in degrees, in the order of the stages. */
export const ringTurns = [0, 60, 120, 180, 240, 300] as const;
