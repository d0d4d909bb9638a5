/**
 * The built site as a folder that is served from anywhere, or opened as files: every address leads from where it stands. It is built for
 * a path of its own, so that each address of the site's can be told from other words.
 */
import { posix } from 'node:path';
import { withPolicy } from '../contentSecurityPolicy.ts';

/** The path that the site is built for before its addresses are taken apart. Any but `/` would do, with which every address begins. */
export const BASE = '/take-along/';

/** What the folder leaves out: what hosts and search engines read, the service worker with its list, and Python, half of the site's bytes. */
export const leftOut =
	/(?:^|\/)\.|\.(?:br|gz|whl)$|^(?:_headers|robots\.txt|rss\.xml|sitemap\.xml|offline\.json|service-worker.*\.js|og\/.*|listings\/.*)$|^_astro\/(?:pyodide|python_stdlib)\./;

/** Page that says how to use the folder. */
export const guide = 'READ-ME-FIRST.html';

/** Where a path of the site's leads from a page, `../../concepts/pca/index.html#code`: a file has no index that would answer for its folder. */
function relative(path: string, page: string): string {
	const [, file = '', rest = ''] = /^([^?#]*)(.*)$/.exec(path) ?? [];
	const way = posix.relative(posix.dirname(page), /(?:^|\/)$/.test(file) ? `${file}index.html` : file);
	return (way.startsWith('.') ? way : `./${way}`) + rest;
}

const policy = /<meta http-equiv="content-security-policy"[^>]*>/;

/**
 * What a page has to know before its scripts run: where the folder is. Opened as a file, no browser runs them, so the page is as without.
 * Texts that come later as JSON name their pages by the path that the site was built for.
 */
const head = (root: string, base: string): string => `<script>
globalThis.siteRoot = new URL('${root}', location.href).pathname;
if (location.protocol === 'file:') document.documentElement.classList.add('no-js');
addEventListener('click', ({ target }) => {
	const link = target instanceof Element && target.closest('a[href^="${base}"]');
	if (link) link.href = siteRoot + link.getAttribute('href').slice(${base.length});
}, true);
</script><style>:root:not(.no-js) .opened-as-file { display: none; }</style>`;

const note = (root: string): string =>
	`<p class="opened-as-file note page">Opened as a file, this page reads and prints. <a href="${root}${guide}">What search, review, drills and moving figures need.</a></p>`;

/**
 * @param page Path of the page's file below the folder.
 * @param base Path that the site was built for.
 */
export function portablePage(html: string, page: string, base = BASE): string {
	const attribute = new RegExp(`( (?:href|src|component-url|renderer-url)=")${base}([^"]*)"`, 'g');
	const styled = new RegExp(`(url\\()${base}([^)]*)(?=\\))`, 'g');
	const way = posix.relative(posix.dirname(page), '');
	const root = way ? `${way}/` : './';
	const moved = html
		.replace(policy, '')
		.replace(attribute, (_, before: string, path: string) => `${before}${relative(path, page)}"`)
		.replace(styled, (_, before: string, path: string) => before + relative(path, page))
		.replace('</head>', () => `${head(root, base)}</head>`)
		.replace(/(<body[^>]*>)/, (body) => body + note(root));
	// A file has no origin that would be its own.
	return withPolicy(moved, base, page).replace(policy, (meta) => meta.replaceAll("'self'", "'self' file:"));
}

/** Addresses in scripts stand alone in their quotes. */
export function portableScript(script: string, base = BASE): string {
	return script.replace(new RegExp(`([\`"'])${base}([^\`"'$]*)\\1`, 'g'), '(siteRoot+$1$2$1)');
}

/** Styles name fonts, which lie beside them. */
export function portableStyles(css: string, base = BASE): string {
	return css.replaceAll(`${base}_astro/`, './');
}

/** Files that lie in the folder itself name others from there; the addresses in other texts {@link head} looks after. */
export function portableData(data: string, path: string, base = BASE): string {
	return path.includes('/') ? data : data.replaceAll(base, './');
}

export const guidePage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>How to use this folder · Sixfold</title>
<style>body{max-width:38rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 Georgia,serif;color:#1a2330;background:#f7faf8}code{font-size:.9em}</style></head>
<body><h1>Sixfold, to take along</h1>
<p><a href="index.html">Open the catalog.</a></p>
<h2>Opened as files</h2>
<p>Every page reads and prints, with its formulas, diagrams and figures as they stand still, questions and answers that unfold, and all links. Browsers
run no scripts of this kind from files, so search, the review, drills and moving a figure are missing.</p>
<h2>Served</h2>
<p>Any program that serves a folder brings all of that back. With Python on the device, open a terminal in this folder and type</p>
<pre><code>python3 -m http.server 8000</code></pre>
<p>then open <code>http://localhost:8000</code>. A host that serves it under some path will do as well.</p>
<h2>What it does not do</h2>
<ul>
<li>Run code: Python is left out. The listings stand with what they printed.</li>
<li>Know your history: that stays in the browser, under the address of the site. A backup from there can be imported on the progress page of a folder that is served.</li>
<li>Follow the site: it is a copy of one day.</li>
</ul>
</body></html>
`;
