/**
 * Style attributes as classes: KaTeX places the parts of a formula by attributes, and a policy that allows those allows whatever else
 * carries one. A class is named by what it declares, so the same text has the same classes on every page and in every version of the site.
 */

/** Rules by the name of their class, each of one declaration. */
export type Rules = Map<string, string>;

/** The attributes of a tag, one of them its style. Tags that KaTeX writes have no `<` or `>` in an attribute. */
const styled = /(?<=<[a-z][\w-]*) (?:[^<>]* )?style="[^<>]*(?=>)/g;
/** `vertical-align: -0.25em` is `kva-_25`: initials of the property, then the value without what all values have. */
function nameOf(property: string, value: string): string {
	const initials = property.replace(/([a-z])[a-z]*-?/g, '$1');
	return `k${initials}${value.replace(/em$/, '').replace(/[^\w-]/g, '_')}`;
}

/** The classes of a style attribute, whose rules are added to the others. */
function classesFor(style: string, rules: Rules): string[] {
	const declarations = style.split(';').filter((declaration) => declaration.trim() !== '');
	return declarations.map((declaration) => {
		const [property = '', ...rest] = declaration.split(':').map((part) => part.trim());
		const value = rest.join(':').replace(/^(-?)0(?=\.)/, '$1');
		const name = nameOf(property, value);
		const rule = `${property}:${value}`;
		const known = rules.get(name);
		if (known !== undefined && known !== rule) throw new Error(`“${known}” and “${rule}” have one class, ${name}`);
		rules.set(name, rule);
		return name;
	});
}

/**
 * The text with classes in place of its style attributes.
 *
 * @param rules Takes what the classes declare.
 */
export function withClasses(html: string, rules: Rules): string {
	return html.replace(styled, (attributes) => {
		let names: string[] = [];
		const others = attributes.replace(/ style="([^"]*)"/, (_, style: string) => {
			names = classesFor(style, rules);
			return '';
		});
		const added = names.join(' ');
		if (added === '') return others;
		return / class="/.test(others)
			? others.replace(/ class="([^"]*)"/, (_, classes: string) => ` class="${classes} ${added}"`)
			: ` class="${added}"${others}`;
	});
}

/** The same for every text in a value of JSON. */
export function withClassesIn(value: unknown, rules: Rules): unknown {
	if (typeof value === 'string') return withClasses(value, rules);
	if (Array.isArray(value)) return value.map((item) => withClassesIn(item, rules));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withClassesIn(item, rules)]));
}

/** The stylesheet of the rules, like beside like, as compression likes it. It stands in no layer, so that it wins as an attribute does. */
export function stylesheetOf(rules: Rules): string {
	return [...rules]
		.sort(([, a], [, b]) => (a < b ? -1 : 1))
		.map(([name, rule]) => `.${name}{${rule}}`)
		.join('');
}
