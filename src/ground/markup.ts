/**
 * The texts that the site rendered when it was built, on their way onto a page. Every page forbids to make markup of a string, or to start a
 * script by one (Trusted Types), but here: what a reader wrote, or a model, can never become any. Where a browser does not know of such
 * rules, strings are strings.
 */
import { homePath, pathTo } from '../paths.ts';
import { policyName } from './policyName.ts';
import { withStyleClasses } from './styleClasses.ts';

interface Policy {
	createHTML(text: string): string;
	createScriptURL(address: string): string;
}

/** As the standard has it; what a policy makes is taken wherever a string is. {@link https://www.w3.org/TR/trusted-types/} */
interface TrustedTypesFactory {
	createPolicy(name: string, checks: Policy): Policy;
}

const checks: Policy = {
	createHTML: (text) => text,
	createScriptURL: (address) => {
		if (address.startsWith(homePath)) return address;
		throw new TypeError(`${address} is no script of this site`);
	},
};

let made: Policy | undefined;

/** Made when it is first needed, and once: a page may have each of its policies only once. */
function policy(): Policy {
	made ??=
		(globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes?.createPolicy(policyName, checks) ?? checks;
	return made;
}

/** The classes of the styles that texts brought along. */
const classes = new Map<string, string>();
let rules: CSSStyleSheet | undefined;

/** The class of a style, whose rule a script may add where an attribute is forbidden. @returns none where no browser would take it: formulas are crooked there */
function classOf(style: string): string {
	const before = classes.get(style);
	if (before !== undefined) return before;
	if (!rules && 'adoptedStyleSheets' in document) {
		rules = new CSSStyleSheet();
		document.adoptedStyleSheets.push(rules);
	}
	const name = `styled-${classes.size}`;
	rules?.insertRule(`.${name}{${style}}`);
	classes.set(style, name);
	return name;
}

const known = new Map<string, { readonly __html: string }>();

/**
 * For `dangerouslySetInnerHTML`: one for each text, so that what is on the page already stays when a view is drawn again.
 *
 * @param built Text of the site's own, rendered when it was built; never what a reader wrote.
 */
export function markup(built: string): { readonly __html: string } {
	// What is rendered with a page has its classes from the build.
	if (import.meta.env.SSR) return { __html: built };
	const before = known.get(built) ?? { __html: policy().createHTML(withStyleClasses(built, classOf)) };
	known.set(built, before);
	return before;
}

/** What a reader sees of a text of the site's own. */
export const textIn = (built: string): string =>
	new DOMParser().parseFromString(policy().createHTML(withStyleClasses(built, () => '')), 'text/html').body
		.textContent ?? '';

/** The address of a worker. @param file Its path below the site's root. */
export const workerAddress = (file: string): string => policy().createScriptURL(pathTo(file));
