/** Keeps the reader's choice of theme. A script in the head of every page (`layouts/Page.astro`) applies it before anything is drawn. */
import { follow, kept } from '../keeping/kept.ts';

const choice = kept('theme', (value) => (value === 'light' || value === 'dark' ? value : undefined));

/** The choice kept in this browser, or `system` when there is none or storage is blocked. */
function storedTheme(): string {
	return choice.read() ?? 'system';
}

/** Where storage is blocked, the choice holds for this page. */
function keep(theme: string): void {
	if (theme === 'light' || theme === 'dark') choice.keep(theme);
	else choice.forget();
}

function apply(theme: string): void {
	const { dataset } = document.documentElement;
	if (theme === 'system') delete dataset.theme;
	else dataset.theme = theme;
}

/** Connects the menu's radio buttons with the page, and with other tabs of the site. */
export function followThemeMenu(): void {
	const menu = document.querySelector('#theme-menu');
	if (!menu) return;
	const show = (theme: string): void => {
		const radio = menu.querySelector<HTMLInputElement>(`[value=${theme}]`);
		if (radio) radio.checked = true;
	};
	show(storedTheme());
	menu.addEventListener('change', (event) => {
		const { value } = event.target as HTMLInputElement;
		keep(value);
		apply(value);
	});
	follow(choice, () => {
		apply(storedTheme());
		show(storedTheme());
	});
}
