/** Puts a card under what it belongs to, or above it where there is no room, in coordinates of the page. */
export function placeCard(card: HTMLElement, around: DOMRect, left: number): void {
	const { offsetWidth, offsetHeight } = card;
	const bar = document.querySelector('.stage-bar')?.getBoundingClientRect().height ?? 0;
	const x = Math.max(8, Math.min(left - 12, document.documentElement.clientWidth - offsetWidth - 8));
	const below = around.bottom + 6;
	const fits = below + offsetHeight < innerHeight - bar || around.top < offsetHeight + 6;
	card.style.left = `${x + scrollX}px`;
	card.style.top = `${(fits ? below : around.top - offsetHeight - 6) + scrollY}px`;
}
