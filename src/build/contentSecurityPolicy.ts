/**
 * What a page may load and run: files of its own host, and the inline scripts that stand in it. Each page carries its
 * own policy as the first thing after its character set, because a policy only binds what follows it; what a meta tag
 * cannot say stands in the hosts' header files (`hostFiles.ts`).
 */
import { createHash } from 'node:crypto';
import { policyName } from '../ground/policyName.ts';

type Directives = Readonly<Record<string, readonly string[]>>;

/** What holds for every document of the site, whatever is in it: hosts that can send it by header, too. */
export const everywhere: Directives = {
	'base-uri': ["'none'"],
	'form-action': ["'none'"],
	// No string becomes markup or starts a script, but by `ground/markup.ts`, and in the frame of Python its one worker.
	'require-trusted-types-for': ["'script'"],
	'trusted-types': [policyName],
};

const directives: Directives = {
	'default-src': ["'none'"],
	...everywhere,
	'connect-src': ["'self'"],
	'font-src': ["'self'"],
	'img-src': ["'self'"],
	'manifest-src': ["'self'"],
	// A drill plays back what the reader has recorded, out of the page's own memory.
	'media-src': ['blob:'],
	// Search compiles its index reader from WebAssembly.
	'script-src': ["'self'", "'wasm-unsafe-eval'"],
	'style-src': ["'self'"],
	'worker-src': ["'self'"],
};

/**
 * What a page may do beyond that, by its file in the built site. A reader's own model answers at an address that nobody here
 * knows, often on their own machine, where there is no certificate.
 */
const exceptions: Readonly<Record<string, Directives>> = {
	'drill/interviewer/index.html': { 'connect-src': ["'self'", 'https:', 'http:'] },
};

/** The document without an origin in which Python runs: it compiles, and starts a worker from what the page hands over. Nothing else. */
const pythonFrame: Directives = {
	'default-src': ["'none'"],
	...everywhere,
	'script-src': ["'wasm-unsafe-eval'"],
	'worker-src': ['blob:'],
};
const pythonFrameFile = 'listings/frame.html';

/** A policy as a header or a meta tag has it. @param added Further sources of some directives. */
export const policyText = (directives: Directives, added: Directives = {}): string =>
	Object.entries(directives)
		.map(([name, sources]) => [name, ...sources, ...(added[name] ?? [])].join(' '))
		.join('; ');

/** Types of inline `script` that a browser runs; any other is data, which no policy concerns. */
const executed = /^(|module|text\/javascript)$/;

function sourceOf(content: string): string {
	return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}

/** Sources of the inline elements of one kind, by hash. */
function inlineSources(html: string, element: 'script' | 'style'): string[] {
	const elements = html.matchAll(new RegExp(`<${element}\\b([^>]*)>([\\s\\S]*?)</${element}>`, 'g'));
	const sources = [...elements].flatMap(([, attributes = '', content = '']) => {
		const type = /\btype="?([^"\s>]*)/.exec(attributes)?.[1] ?? '';
		return /\bsrc=/.test(attributes) || (element === 'script' && !executed.test(type)) ? [] : [sourceOf(content)];
	});
	return [...new Set(sources)];
}

/** Whether code runs on the page, and may need a package that the reader agrees to fetch: a listing, or a drill that asks for code. */
const running = / data-listing="| data-asks-code\b/;

/**
 * The policy of a page: the site's, the hashes of the inline scripts and styles in it, and for a page on which code runs the frame of
 * Python and where packages may be fetched from.
 *
 * @param packagesAddress Folder of the packages' wheels, on this host or another.
 * @param file Path of the page in the built site.
 */
export function policyFor(html: string, packagesAddress: string, file = ''): string {
	const runsCode = running.test(html);
	const isElsewhere = /^https?:/.test(packagesAddress) && runsCode;
	const added: Record<string, string[]> = {
		'connect-src': isElsewhere ? [new URL(packagesAddress).origin] : [],
		'script-src': inlineSources(html, 'script'),
		'style-src': inlineSources(html, 'style'),
	};
	const all =
		file === pythonFrameFile
			? pythonFrame
			: { ...directives, ...(runsCode && { 'frame-src': ["'self'"] }), ...exceptions[file] };
	return policyText(all, added);
}

/**
 * The page with its policy.
 *
 * @param file Path of the page in the built site.
 * @throws Error when the page does not name its character set, after which the policy belongs.
 */
export function withPolicy(html: string, packagesAddress: string, file = ''): string {
	const charset = /<meta charset="?utf-8"?\s*\/?>/i.exec(html);
	if (!charset) throw new Error('expected <meta charset="utf-8"> in the head of every page');
	const end = charset.index + charset[0].length;
	const meta = `<meta http-equiv="content-security-policy" content="${policyFor(html, packagesAddress, file)}">`;
	return html.slice(0, end) + meta + html.slice(end);
}
