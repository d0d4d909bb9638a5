/** Compiles the MDX of a concept once for as long as nothing that it depends on changes. */
import { basename, dirname } from 'node:path';
import type { unified } from '@astrojs/markdown-remark';
import { conceptFiles, readConceptFile } from '../../concepts/loaders.ts';
import { codeParts, type Parts, ResultCache } from '../../resultCache.ts';
import { readSiteConfig } from '../../siteConfig.ts';

type Processor = ReturnType<typeof unified>;

const kept = new ResultCache('mdx', codeParts);

/** What the words of a text may be bound to: everything that the concept's listings printed. */
export function boundParts(text: string, slug: string | undefined): Parts {
	if (!slug || !/out:|<Out/.test(text)) return [];
	return [slug, ...conceptFiles(slug, 'listings/*.out').flatMap((file) => [file, readConceptFile(slug, file) ?? ''])];
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
					const make = async () => JSON.stringify(await renderer.process(content, file, frontmatter));
					return JSON.parse(await kept.getText([...parts, ...bound], make));
				},
			};
		},
	};
}
