/** Reads a concept's hand-drawn diagrams for the page: text, title, and the layout for phones where there is one. */
import { readConceptFile } from '../concepts/loaders.ts';

export interface DiagramDrawing {
	/** SVG to inline, without its `<title>`, which a browser would show as a tooltip. */
	readonly svg: string;
	/** Width of its viewBox, in CSS pixels at full size. */
	readonly width: number;
}

export interface Diagram {
	readonly title: string;
	/** A full text alternative. */
	readonly description: string;
	readonly drawing: DiagramDrawing;
	readonly phone: DiagramDrawing | undefined;
}

const element = (name: string): RegExp => new RegExp(`\\s*<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`);

function drawing(svg: string): DiagramDrawing {
	const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
	const inlined = svg
		.replace(/^[\s\S]*?(?=<svg)/, '')
		.replace(element('title'), '')
		.replace(element('desc'), '')
		.replace(/<!--[\s\S]*?-->/g, '')
		.replace(/>\s+</g, '><')
		.replace(
			/<svg[^>]*>/,
			`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">`,
		)
		.trim();
	return { svg: inlined, width: Number(width) };
}

/** @throws Error when the concept has no such diagram, or it lacks a title or a description. */
export function readDiagram(slug: string, name: string): Diagram {
	const source = readConceptFile(slug, `diagrams/${name}.svg`);
	const title = element('title')
		.exec(source ?? '')?.[1]
		?.trim();
	const description = element('desc')
		.exec(source ?? '')?.[1]
		?.replace(/\s+/g, ' ')
		.trim();
	if (!source || !title || !description) {
		throw new Error(`content/concepts/${slug}/diagrams/${name}.svg is missing, or has no <title> and <desc>`);
	}
	const phone = readConceptFile(slug, `diagrams/${name}.phone.svg`);
	return { title, description, drawing: drawing(source), phone: phone === undefined ? undefined : drawing(phone) };
}
