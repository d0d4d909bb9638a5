/** Reads a concept's diagrams for the page, drawn by hand, written as graphs or drawn from numbers: text, title, and the layout for phones. */
import { parse } from 'yaml';
import { readConceptFile } from '../concepts/loaders.ts';
import { outputPath, readPrinter } from '../concepts/outputs.ts';
import { dotSettings, graphSetting } from '../concepts/reading/dot.ts';
import { type Plot, plot } from '../concepts/schema/plot.ts';
import { drawGraph } from './graphs/drawGraph.ts';
import { drawPlot } from './plots/drawPlot.ts';

export interface DiagramText {
	/** As HTML. */
	readonly title: string;
	/** A full text alternative. */
	readonly description: string;
}

export interface DiagramDrawing {
	/** SVG to inline, without its `<title>`, which a browser would show as a tooltip. */
	readonly svg: string;
	/** Width of its viewBox, in CSS pixels at full size. */
	readonly width: number;
}

export interface DiagramDrawings {
	readonly drawing: DiagramDrawing;
	readonly phone: DiagramDrawing | undefined;
}

const element = (name: string): RegExp => new RegExp(`\\s*<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`);

function inlined(svg: string): DiagramDrawing {
	const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
	const drawing = svg
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
	return { svg: drawing, width: Number(width) };
}

/**
 * A diagram as the page shows it.
 *
 * @param isDraft whether one that is not drawn yet, or cannot be read, says so in its place instead
 * @throws Error when the concept has no such diagram, or it is not what it should be.
 */
export function readDiagram(slug: string, name: string, isDraft: boolean): DiagramText & DiagramDrawings {
	try {
		return { ...readDiagramText(slug, name), ...readDrawings(slug, name) };
	} catch (error) {
		if (!isDraft) throw error;
		const description = error instanceof Error ? error.message : String(error);
		return { title: escaped(description), description, drawing: { svg: '', width: 0 }, phone: undefined };
	}
}

/**
 * What a diagram is called and what it shows.
 *
 * @throws Error when the concept has no such diagram, or it lacks a title or a description.
 */
export function readDiagramText(slug: string, name: string): DiagramText {
	const graph = readConceptFile(slug, `diagrams/${name}.dot`);
	const plotted = readPlot(slug, name);
	const { title, description } = plotted
		? { title: escaped(plotted.title), description: folded(plotted.desc) }
		: graph === undefined
			? textOfSvg(slug, name)
			: textOfGraph(graph);
	if (!title || !description) {
		throw new Error(`content/concepts/${slug}/diagrams/${name} is missing, or has no title and description`);
	}
	return { title, description };
}

/** @throws Error when the concept has no such diagram, or it cannot be drawn. */
function readDrawings(slug: string, name: string): DiagramDrawings {
	const graph = readConceptFile(slug, `diagrams/${name}.dot`);
	if (graph !== undefined) return drawGraph(graph);
	const plotted = readPlot(slug, name);
	if (plotted) {
		const outputOf = (printer: string) => readConceptFile(slug, outputPath(readPrinter(printer)));
		return drawPlot(plotted, { outputOf, printers: [] });
	}
	const drawing = readConceptFile(slug, `diagrams/${name}.svg`);
	if (drawing === undefined) throw new Error(`content/concepts/${slug}/diagrams/${name} is missing`);
	const phone = readConceptFile(slug, `diagrams/${name}.phone.svg`);
	return { drawing: inlined(drawing), phone: phone === undefined ? undefined : inlined(phone) };
}

function readPlot(slug: string, name: string): Plot | undefined {
	const source = readConceptFile(slug, `diagrams/${name}.plot.yaml`);
	return source === undefined ? undefined : plot.parse(parse(source));
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const folded = (text: string | undefined): string => text?.replace(/\s+/g, ' ').trim() ?? '';

function textOfSvg(slug: string, name: string): DiagramText {
	const source = readConceptFile(slug, `diagrams/${name}.svg`) ?? '';
	return {
		title: element('title').exec(source)?.[1]?.trim() ?? '',
		description: folded(element('desc').exec(source)?.[1]),
	};
}

function textOfGraph(source: string): DiagramText {
	const settings = dotSettings(source);
	return {
		title: escaped(folded(graphSetting(settings, 'title'))),
		description: folded(graphSetting(settings, 'desc')),
	};
}
