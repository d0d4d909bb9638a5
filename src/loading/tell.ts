/** Tells a reader what came of what they pressed where the page has no place for it: in a notice over the page, wherever they have scrolled to. */

/** Shows a notice until the reader closes it, presses beside it or Escape, or the next one comes. */
export function tell(message: string): void {
	const notice = document.querySelector<HTMLElement>('.notice') ?? document.createElement('div');
	notice.className = 'notice';
	notice.role = 'alert';
	notice.popover = 'auto';
	const close = document.createElement('button');
	close.type = 'button';
	close.textContent = 'Close';
	close.popoverTargetElement = notice;
	document.body.append(notice);
	// Screen readers say what changes in an alert that is there.
	notice.showPopover();
	notice.replaceChildren(message, close);
}
