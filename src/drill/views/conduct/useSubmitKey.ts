/** The key of the step that leads on. */
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Ctrl or ⌘ with Enter does what the primary button does, from anywhere on the page. */
export function useSubmitKey(submit: (() => void) | undefined): void {
	const latest = useRef(submit);
	latest.current = submit;
	// It counts as soon as what it is for is seen.
	useLayoutEffect(() => {
		const listener = (event: KeyboardEvent): void => {
			if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat || event.defaultPrevented) return;
			event.preventDefault();
			latest.current?.();
		};
		addEventListener('keydown', listener);
		return () => removeEventListener('keydown', listener);
	}, []);
}
