/**
 * What a host has to be told beside the files, as each kind of host reads it: headers that no meta tag can say (scripts and styles are
 * governed by each page's own policy), how long files may be kept, types that are not well known.
 */
import { everywhere, policyText } from './contentSecurityPolicy.ts';

/** Headers of every answer. */
const headers: Readonly<Record<string, string>> = {
	// Python runs in a frame of this site; no other site may show one of its pages in a frame. The rest stands in each page, too.
	'Content-Security-Policy': policyText({ 'frame-ancestors': ["'self'"], 'object-src': ["'none'"], ...everywhere }),
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Permissions-Policy': 'microphone=(self), camera=(), geolocation=(), payment=(), usb=()',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	// For this host alone, not for those below it; a browser heeds it only where the site is served by https.
	'Strict-Transport-Security': 'max-age=31536000',
};

/** What is below `_astro/` carries a hash of its content in its name. */
const forever = 'public, max-age=31536000, immutable';

/** A worker that goes wrong is ended by what stands in its place, so no host in between may hold on to it. */
const worker = 'service-worker.js';
const asked = 'no-cache';

const markdown = 'text/markdown; charset=utf-8';

const rows = Object.entries(headers);

/** `_headers`, which Netlify and Cloudflare Pages read at the root of a host. @param base Path that the site lives under, with both slashes. */
function netlifyHeaders(base: string): string {
	return `# Netlify and Cloudflare Pages read this file at the root of a host.
${base}*
${rows.map(([name, value]) => `  ${name}: ${value}`).join('\n')}

${base}_astro/*
  Cache-Control: ${forever}

${base}${worker}
  Cache-Control: ${asked}

${base}concepts/*.md
  Content-Type: ${markdown}
`;
}

/** `.htaccess`, which Apache reads in the site's own folder. @param base Path that the site lives under, with both slashes. */
function apacheHeaders(base: string): string {
	return `# Apache reads this file in the site's folder.
AddType text/markdown .md
AddType application/manifest+json .webmanifest
AddType text/javascript .mjs
AddType application/wasm .wasm
AddDefaultCharset utf-8
ErrorDocument 404 ${base}404.html

<IfModule mod_headers.c>
${rows.map(([name, value]) => `	Header always set ${name} "${value}"`).join('\n')}
	<If "%{REQUEST_URI} =~ m#^${base}_astro/#">
		Header set Cache-Control "${forever}"
	</If>
	<Files "${worker}">
		Header set Cache-Control "${asked}"
	</Files>
</IfModule>
`;
}

/** The part of an nginx server that serves the site; README shows it. @param base Path that the site lives under, with both slashes. */
export function nginxLocation(base: string): string {
	const block = (path: string, ...lines: readonly string[]) => [
		`location ${path} {`,
		...lines.map((line) => `    ${line}`),
		'}',
	];
	const lines = [
		`error_page 404 ${base}404.html;`,
		'gzip_static on;',
		...rows.map(([name, value]) => `add_header ${name} "${value}" always;`),
		...block(`${base}_astro/`, 'expires 1y;'),
		...block('~ \\.md$', `default_type "${markdown}";`),
		...block('~ \\.webmanifest$', 'default_type application/manifest+json;'),
	];
	return block(base, ...lines).join('\n');
}

/** The files that hosts read, by name. @param base Path that the site lives under, with both slashes. */
export function hostFiles(base: string): Readonly<Record<string, string>> {
	return { _headers: netlifyHeaders(base), '.htaccess': apacheHeaders(base) };
}
