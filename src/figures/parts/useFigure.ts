/** The state of a figure: what its controls say, from the first paint on, and what a shared link says. */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { loadStyles } from '../../styles/loadStyles.ts';
import { followTranslation } from '../../translation/standIns.ts';
import type { FigureModel, FigureState } from './contract.ts';
import controlStyles from './controls.css?url';
import { initialValues, readQuery, readValues, type Settings, type Values, writeQuery } from './settings.ts';

/** `#figure-attention?d=128` as its two parts. */
const readHash = (): readonly string[] => location.hash.slice(1).split('?');

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
 * @param name the figure's folder; two figures of one name on a page would share their anchor
 * @param model must be the same object on every call
 * @param ownStyles address of the figure's own styles, `import styles from './Figure.css?url'`: they come with its script
 */
export function useFigure<Declared extends Settings, State>(
	name: string,
	model: FigureModel<Declared, State>,
	ownStyles?: string,
): FigureState<Declared, State> {
	const { settings } = model;
	const id = `figure-${name}`;
	// The first render has to repeat the server's markup, or hydration would leave half of it behind.
	const [values, setValues] = useState(() => initialValues(settings));
	const [settled, setSettled] = useState(0);

	const state = useMemo(() => model.compute(values), [model, values]);

	useLayoutEffect(() => {
		const followLink = (): boolean => {
			const [anchor, query] = readHash();
			if (anchor !== id || query === undefined) return false;
			setValues(readQuery(settings, query));
			return true;
		};
		if (!followLink()) setValues(readControls(id, settings));
		followTranslation();
		// Controls stand in the page as the browser draws them until their styles come, which no page pays for that has no figure in view.
		void loadStyles(controlStyles);
		if (ownStyles) void loadStyles(ownStyles);
		addEventListener('hashchange', followLink);
		return () => removeEventListener('hashchange', followLink);
	}, [id, settings, ownStyles]);

	const set = (changes: Partial<Values<Declared>>): void => setValues((now) => ({ ...now, ...changes }));
	const settle = (): void => setSettled((count) => count + 1);
	const reset = (): void => {
		setValues(initialValues(settings));
		settle();
		if (readHash()[0] === id) history.replaceState(history.state, '', `#${id}`);
	};
	const link = (): string => {
		const query = writeQuery(settings, values);
		return `${location.href.split('#')[0]}#${id}${query && `?${query}`}`;
	};
	return { id, model, settings, values, state, settled, set, settle, reset, link };
}
