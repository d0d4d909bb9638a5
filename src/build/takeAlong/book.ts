/** All concepts as one EPUB 3: a chapter each, in the catalog's order. */
import { createHash } from 'node:crypto';
import type { Chapter } from './chapter.ts';
import { escaped } from './xhtml.ts';
import { type Entry, zipOf } from './zip.ts';

export interface Part {
	/** A category of the catalog. */
	readonly title: string;
	readonly chapters: readonly Chapter[];
}

interface BookFacts {
	/** Day of the latest check of any chapter. */
	readonly date: string;
	readonly description: string;
	/** Rules for drawings. */
	readonly styles: string;
}

const styles = `body { font-family: serif; line-height: 1.5; }
pre { font-size: 0.8em; white-space: pre-wrap; border-left: 2px solid #ced6d6; padding-left: 0.6em; }
table { border-collapse: collapse; font-size: 0.9em; }
th, td { border-bottom: 1px solid #ced6d6; padding: 0.2em 0.6em 0.2em 0; text-align: left; vertical-align: top; }
figure { margin: 1.2em 0; }
figure svg { width: 100%; height: auto; }
figcaption { font-size: 0.85em; color: #505963; }
blockquote { border-left: 2px solid #ced6d6; margin-left: 0; padding-left: 1em; }
.way { font-size: 0.85em; }
`;

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function contents(parts: readonly Part[]): string {
	const sections = ({ slug, sections }: Chapter): string =>
		sections.map(({ id, title }) => `<li><a href="${slug}.xhtml#${id}">${escaped(title)}</a></li>`).join('');
	const chapters = ({ chapters }: Part): string =>
		chapters
			.map(
				(chapter) =>
					`<li><a href="${chapter.slug}.xhtml">${escaped(chapter.title)}</a><ol>${sections(chapter)}</ol></li>`,
			)
			.join('\n');
	return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>Contents</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body><nav epub:type="toc" id="toc"><h1>Contents</h1><ol>
${parts.map((part) => `<li><span>${escaped(part.title)}</span><ol>${chapters(part)}</ol></li>`).join('\n')}
</ol></nav></body>
</html>
`;
}

function packageOf(chapters: readonly Chapter[], { date, description }: BookFacts, id: string): string {
	const item = ({ slug, html }: Chapter): string => {
		const properties = [
			...(html.includes('<math ') ? ['mathml'] : []),
			...(html.includes('<svg ') ? ['svg'] : []),
		].join(' ');
		return `<item id="c-${slug}" href="${slug}.xhtml" media-type="application/xhtml+xml"${properties && ` properties="${properties}"`}/>`;
	};
	return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:${id}</dc:identifier>
<dc:title>Sixfold</dc:title>
<dc:language>en</dc:language>
<dc:description>${escaped(description)}</dc:description>
<dc:rights>Text: CC BY 4.0. Code: MIT.</dc:rights>
<meta property="dcterms:modified">${date}T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>
${chapters.map(item).join('\n')}
</manifest>
<spine>
<itemref idref="nav"/>
${chapters.map(({ slug }) => `<itemref idref="c-${slug}"/>`).join('\n')}
</spine>
</package>
`;
}

/** The same chapters make the same bytes: its id is their hash. */
export function bookOf(parts: readonly Part[], facts: BookFacts): Buffer {
	const chapters = parts.flatMap((part) => part.chapters);
	const hash = createHash('sha256')
		.update(chapters.map(({ html }) => html).join(''))
		.digest('hex');
	const id = hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
	const entries: Entry[] = [
		{ path: 'mimetype', content: 'application/epub+zip', stored: true },
		{ path: 'META-INF/container.xml', content: container },
		{ path: 'book/package.opf', content: packageOf(chapters, facts, id) },
		{ path: 'book/contents.xhtml', content: contents(parts) },
		{ path: 'book/book.css', content: styles + facts.styles },
		...chapters.map(({ slug, html }) => ({ path: `book/${slug}.xhtml`, content: html })),
	];
	return zipOf(entries);
}
