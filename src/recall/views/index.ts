/** What views of other rooms show of a reader's history: opened and kept up to date, the day it is, its dates, and what is wrong with it. */
export { fullDate, longDate } from './dates.ts';
export { FailureNote } from './FailureNote.tsx';
export { HistoryNotes, Opening } from './HistoryNotes.tsx';
export { useDay } from './useDay.ts';
export { useHistory } from './useHistory.ts';
