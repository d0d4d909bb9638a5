/** Keeps the reader's choice of theme. `themeScript` in the page's head applies it before anything is drawn. */

const key = 'sixfold:theme';
const themes = ['light', 'dark'];

/** The choice kept in this browser, or `system` when there is none or storage is blocked. */
function storedTheme(): string {
	try {
		const stored = localStorage.getItem(key);
		return stored !== null && themes.includes(stored) ? stored : 'system';
	} catch {
		return 'system';
	}
}

function keep(theme: string): void {
	try {
		if (theme === 'system') localStorage.removeItem(key);
		else localStorage.setItem(key, theme);
	} catch {
		// Storage is blocked: the choice holds for this page.
	}
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
	addEventListener('storage', (event) => {
		if (event.key !== key) return;
		apply(storedTheme());
		show(storedTheme());
	});
}
