/** The keys of a sitting: space reveals, digits grade, u takes back. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isComposing, isTyping, keysOff } from '../../keys/plainKey.ts';

/** What a key does. False when it does nothing now, so that the browser may do its own. */
export type OnKey = (key: string) => boolean;

/** Whether a key pressed here belongs to what has the focus: typing, or pressing a button. */
function isTaken(target: EventTarget | null, key: string): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (isTyping(target) || target.closest('dialog')) return true;
	return key === ' ' && target.closest('button, a, summary') !== null;
}

/** Digits by where they stand: on French and Czech keyboards their keys write other signs unless Shift is held. */
function keyOf({ key, code }: KeyboardEvent): string {
	return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? key.toLowerCase();
}

/** Listens on the page for as long as the focus is inside of `scope`, or nowhere while `scope` fills the screen's middle. */
export function useKeys(scope: { readonly current: HTMLElement | null }, onKey: OnKey): void {
	const latest = useRef(onKey);
	latest.current = onKey;
	// Keys count as soon as what they are for is seen.
	useLayoutEffect(() => {
		const isMeant = (): boolean => {
			const { current } = scope;
			if (!current) return false;
			if (current.contains(document.activeElement)) return true;
			if (keysOff.read()) return false;
			if (document.activeElement !== document.body && document.activeElement?.id !== 'main') return false;
			const { top, bottom } = current.getBoundingClientRect();
			return top < innerHeight / 2 && bottom > innerHeight / 2;
		};
		const listen = (event: KeyboardEvent): void => {
			if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isComposing(event)) return;
			if (isTaken(event.target, event.key) || !isMeant()) return;
			if (latest.current(keyOf(event))) event.preventDefault();
		};
		addEventListener('keydown', listen);
		return () => removeEventListener('keydown', listen);
	}, [scope]);
}
