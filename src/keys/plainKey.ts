/** Keys that work without a modifier: who speaks to the computer, or strikes one by accident, can switch them off. */
import { kept } from '../keeping/kept.ts';

/** Whether single keys are switched off. Nothing is kept while they are on. */
export const keysOff = kept('keys-off', (value) => (value === true ? true : undefined));

/** Whether a key belongs to an input method that is putting a character together. Safari ends that with a key of code 229. */
export function isComposing({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
	return isComposing || keyCode === 229;
}

/** Whether what has the focus takes letters for itself. */
export function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
	);
}

/** The key of a press that is meant for the page: alone, once, typed into nothing, over no dialog. */
export function plainKey(event: KeyboardEvent): string | undefined {
	const { key, ctrlKey, metaKey, altKey, repeat, target } = event;
	const isTaken = ctrlKey || metaKey || altKey || repeat || isComposing(event) || isTyping(target);
	return isTaken || document.querySelector('dialog[open]') || keysOff.read() ? undefined : key;
}
