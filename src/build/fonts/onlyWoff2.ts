/** A PostCSS plugin that keeps the woff2 file of each `@font-face` and drops its older formats, so none is emitted. */

/** The part of PostCSS's declaration that the plugin touches; PostCSS itself comes with Vite. */
interface Declaration {
	readonly prop: string;
	value: string;
}

interface AtRule {
	walkDecls(prop: string, visit: (declaration: Declaration) => void): void;
}

/** The same `src` list without the sources that a woff2 source makes needless. */
export function woff2Only(src: string): string {
	const sources = src.split(/,(?![^(]*\))/);
	const modern = sources.filter((source) => /format\(\s*["']?woff2/.test(source));
	return modern.length > 0 ? modern.join(',').trim() : src;
}

export const onlyWoff2 = {
	postcssPlugin: 'only-woff2',
	AtRule: {
		'font-face': (rule: AtRule) =>
			rule.walkDecls('src', (declaration) => {
				const value = woff2Only(declaration.value);
				if (value !== declaration.value) declaration.value = value;
			}),
	},
};
