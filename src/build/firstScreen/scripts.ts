/** The scripts that stand in a page are functions of its modules, spelled out as in the source: here they lose what only people read. */
import { minifySync } from 'vite';

const inline = /<script>([^<]*(?:<(?!\/script>)[^<]*)*)<\/script>/g;

const known = new Map<string, string>();

/** @throws Error when a script is not JavaScript. */
function small(script: string): string {
	const made = known.get(script);
	if (made !== undefined) return made;
	// Names of the outermost scope are met by other scripts of the page.
	const { code, errors } = minifySync('inline.js', script, { sourcemap: false });
	if (errors.length > 0) throw new Error(`an inline script is not JavaScript: ${errors[0]?.message}\n${script}`);
	const result = code.trim();
	known.set(script, result);
	return result;
}

export function withSmallScripts(html: string): string {
	return html.replace(inline, (element, script: string) =>
		script.trim() === '' ? element : `<script>${small(script)}</script>`,
	);
}
