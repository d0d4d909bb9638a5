/** What the review says to those who have a history, until it is read. */
export const OpeningNote = () => <p class="note">Opening your review…</p>;
