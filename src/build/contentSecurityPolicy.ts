/**
 * What a page may load and run: files of its own host, and inline scripts that the build has hashed. Astro writes it
 * into every page as a meta tag; what a meta tag cannot say stands in the hosts' header files under `public`.
 */
export const contentSecurityPolicy = {
	directives: [
		"default-src 'none'",
		"base-uri 'none'",
		"form-action 'none'",
		"connect-src 'self'",
		"font-src 'self'",
		"img-src 'self'",
		"manifest-src 'self'",
		"worker-src 'self'",
	],
	// Search compiles its index reader from WebAssembly.
	scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
	// KaTeX places glyphs by style attributes; nothing else on a page carries one. Style elements need a hash.
	styleDirective: { resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' as const }] },
} satisfies object;
