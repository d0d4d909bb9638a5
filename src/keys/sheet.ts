/** The sheet of keys: a native modal that lists them, and switches single ones off. */
import { loadStyles } from '../styles/loadStyles.ts';
import { type KeyUse, keyUses } from './list.ts';
import { keysOff } from './plainKey.ts';
import styles from './sheet.css?url';

function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	properties: Partial<HTMLElementTagNameMap[Name]>,
	...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const made = Object.assign(document.createElement(name), properties);
	made.append(...children);
	return made;
}

/** "/ or Ctrl K": keys pressed together stand side by side. */
function keysOf({ keys }: KeyUse): (Node | string)[] {
	return keys.flatMap((together, index) => [
		index > 0 ? ' or ' : '',
		...together.flatMap((key, at) => [at > 0 ? ' ' : '', element('kbd', { className: 'key' }, key)]),
	]);
}

let sheet: HTMLDialogElement | undefined;

function made(): HTMLDialogElement {
	const heading = element('h2', { className: 'label', id: 'keys-title' }, 'Keys');
	const rows = keyUses.map((use) => element('div', {}, element('dt', {}, ...keysOf(use)), element('dd', {}, use.does)));
	const on = element('input', { type: 'checkbox', checked: !keysOff.read() });
	on.addEventListener('change', () => (on.checked ? keysOff.forget() : keysOff.keep(true)));
	const close = element('button', { type: 'button', className: 'text-button' }, 'Close');
	close.addEventListener('click', () => sheet?.close());
	const dialog = element(
		'dialog',
		{ className: 'keys-sheet' },
		heading,
		element('dl', {}, ...rows),
		element('label', {}, on, 'Single keys work (keys with Ctrl always do)'),
		close,
	);
	dialog.setAttribute('aria-labelledby', heading.id);
	// A press on the ground beside the sheet closes it.
	dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
	document.body.append(dialog);
	return dialog;
}

/** Shows the sheet. @throws when its styles cannot be loaded */
export async function openSheet(): Promise<void> {
	await loadStyles(styles);
	sheet ??= made();
	if (!sheet.open) sheet.showModal();
}
