/** The state of a figure: what its controls say, from the first paint on, and what a shared link says. */
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import controlStyles from './controls.css?url';
import { initialValues, readQuery, readValues, type Settings, type Values, writeQuery } from './settings.ts';

export interface FigureState<Declared extends Settings> {
	/** The figure's anchor, `figure-attention`; its controls are named `figure-attention-<setting>`. */
	readonly id: string;
	readonly settings: Declared;
	readonly values: Values<Declared>;
	/** False until scripts have taken over, when pictures that did not fit into the page's bytes may follow. */
	readonly live: boolean;
	/** Counts what the reader has settled on: a slider let go, a choice made. Only then is a summary said aloud. */
	readonly settled: number;
	readonly set: (changes: Partial<Values<Declared>>) => void;
	readonly settle: () => void;
	readonly reset: () => void;
	/** Address of the page with this figure's state in its hash. */
	readonly link: () => string;
}

/** `#figure-attention?d=128` as its two parts. */
function readHash(): readonly [anchor: string, query: string | undefined] {
	const [anchor = '', query] = location.hash.slice(1).split('?');
	return [anchor, query];
}

/** Controls stand in the page as the browser draws them until their styles come, which no page pays for that has no figure in view. */
function loadControlStyles(): void {
	if (document.querySelector(`link[href="${controlStyles}"]`)) return;
	const link = document.createElement('link');
	link.rel = 'stylesheet';
	link.href = controlStyles;
	document.head.append(link);
}

/** What the controls of the page say: a reader may have moved them before any script ran, and browsers restore them on reload. */
function readControls<Declared extends Settings>(id: string, settings: Declared): Values<Declared> {
	const figure = document.getElementById(id);
	return readValues(settings, (key) => {
		const named = `[name="${id}-${key}"]`;
		return figure?.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
			`${named}:checked, ${named}:not([type=radio])`,
		)?.value;
	});
}

/**
 * @param name the figure's name; two figures of one name on a page would share their anchor
 * @param settings must be the same object on every call
 */
export function useFigure<Declared extends Settings>(name: string, settings: Declared): FigureState<Declared> {
	const id = `figure-${name}`;
	// The first render has to repeat the server's markup, or hydration would leave half of it behind.
	const [values, setValues] = useState(() => initialValues(settings));
	const [live, setLive] = useState(false);
	const [settled, setSettled] = useState(0);

	useLayoutEffect(() => {
		const followLink = (): boolean => {
			const [anchor, query] = readHash();
			if (anchor !== id || query === undefined) return false;
			setValues(readQuery(settings, query));
			return true;
		};
		if (!followLink()) setValues(readControls(id, settings));
		setLive(true);
		loadControlStyles();
		addEventListener('hashchange', followLink);
		return () => removeEventListener('hashchange', followLink);
	}, [id, settings]);

	const set = useCallback((changes: Partial<Values<Declared>>) => setValues((now) => ({ ...now, ...changes })), []);
	const settle = useCallback(() => setSettled((count) => count + 1), []);
	const reset = useCallback(() => {
		setValues(initialValues(settings));
		setSettled((count) => count + 1);
		if (readHash()[0] === id) history.replaceState(history.state, '', `#${id}`);
	}, [id, settings]);
	const link = () => {
		const query = writeQuery(settings, values);
		return `${location.href.replace(/#.*$/, '')}#${id}${query && `?${query}`}`;
	};
	return { id, settings, values, live, settled, set, settle, reset, link };
}
