/** Compiles the MDX of a concept once for as long as nothing that it depends on changes. */
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { unified } from '@astrojs/markdown-remark';
import { conceptFiles, readConceptFile } from '../../concepts/loaders.ts';
import { keepFinished } from '../../published/finished.ts';
import { codeParts, type Parts, ResultCache } from '../../resultCache.ts';
import { readSiteConfig } from '../../siteConfig.ts';

type Processor = ReturnType<typeof unified>;

const kept = new ResultCache('mdx', codeParts);

/** What the words of a text may be bound to: everything that the concept's listings printed. */
export function boundParts(text: string, slug: string | undefined): Parts {
	if (!slug || !/out:|<Out/.test(text)) return [];
	return [slug, ...conceptFiles(slug, 'listings/*.out').flatMap((file) => [file, readConceptFile(slug, file) ?? ''])];
}

/** The finished HTML in a compiled text: formulas and code (`rehypeFold.ts`). */
const finishedHtml = /(?<="set:html": )"(?:[^"\\]|\\.)*"/g;

/** Where a compiled text begins to make its content. */
const contentBegins = 'function _createMdxContent(props) {';

/**
 * Takes the finished HTML out of a compiled text: it is most of it, and a bundler would parse it, copy it and hold it, five times as large.
 *
 * @param name Of the text.
 */
export function withoutFinished(code: string, name: string): { code: string; finished: string[] } {
	if (!code.includes(contentBegins)) return { code, finished: [] };
	const finished: string[] = [];
	const rest = code
		.replace(finishedHtml, (literal) => `_finished[${finished.push(JSON.parse(literal)) - 1}]`)
		.replace(contentBegins, (begin) => `${begin} const _finished = _finishedOf(${JSON.stringify(name)});`);
	const module = new URL('../../published/finished.ts', import.meta.url);
	return {
		code: `import { finishedOf as _finishedOf } from ${JSON.stringify(fileURLToPath(module))};\n${rest}`,
		finished,
	};
}

/** The same processor, with what it compiled kept. */
export function keptMdx(processor: Processor): Processor {
	const { createMdxRenderer } = processor;
	if (!createMdxRenderer) return processor;
	return {
		...processor,
		async createMdxRenderer(shared, mdx) {
			const renderer = await createMdxRenderer(shared, mdx);
			const settings = JSON.stringify([shared, mdx, readSiteConfig(process.env).base]);
			return {
				async process(content, file, frontmatter) {
					const parts = [settings, file, content, JSON.stringify(frontmatter)];
					const bound = boundParts(content, basename(dirname(file)));
					const make = async () => {
						const result = await renderer.process(content, file, frontmatter);
						return JSON.stringify({ ...result, ...withoutFinished(result.code, file) });
					};
					const { finished, ...result } = JSON.parse(await kept.getText([...parts, ...bound], make));
					keepFinished(file, finished);
					return result;
				},
			};
		},
	};
}
