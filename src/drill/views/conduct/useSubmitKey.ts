/** The key of the step that leads on. */
import { useEffect, useRef } from 'preact/hooks';

/** Ctrl or ⌘ with Enter does what the primary button does, from anywhere on the page. */
export function useSubmitKey(submit: (() => void) | undefined): void {
	const latest = useRef(submit);
	latest.current = submit;
	useEffect(() => {
		const listener = (event: KeyboardEvent): void => {
			if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat || event.defaultPrevented) return;
			event.preventDefault();
			latest.current?.();
		};
		addEventListener('keydown', listener);
		return () => removeEventListener('keydown', listener);
	}, []);
}
