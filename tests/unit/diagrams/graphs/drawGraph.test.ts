import sax from 'sax';
import { expect, it } from 'vitest';
import { diagramClasses } from '../../../../src/concepts/diagramClasses.ts';
import { drawGraph } from '../../../../src/diagrams/graphs/drawGraph.ts';

const chain = `digraph {
	rankdir=LR
	a [label="text & <tags>" class="f-mark-12 mark t-strong"]
	b [label="a list of merges" note="20 of them"] c [label="embedding table" shape=ellipse] d [shape=plain]
	a -> b -> c -> d [class="dash"]
	d -> a [class="mark" label="back"]
}`;

interface Element {
	readonly name: string;
	readonly attributes: Record<string, string>;
}

function elementsOf(svg: string): Element[] {
	const elements: Element[] = [];
	const parser = sax.parser(true);
	parser.onerror = (error) => {
		throw error;
	};
	parser.onopentag = ({ name, attributes }) =>
		elements.push({ name, attributes: attributes as Record<string, string> });
	parser.write(svg).close();
	return elements;
}

it('draws with our classes alone: no color, style, font, id or tooltip', async () => {
	const { drawing, phone } = drawGraph(chain);
	for (const { svg } of [drawing, ...(phone ? [phone] : [])]) {
		const elements = elementsOf(svg);
		expect(new Set(elements.map(({ name }) => name))).toEqual(new Set(['svg', 'path', 'text', 'tspan']));
		const attributes = new Set(elements.slice(1).flatMap((element) => Object.keys(element.attributes)));
		expect([...attributes].sort()).toEqual(['class', 'd', 'text-anchor', 'x', 'y']);
		const classes = elements.flatMap(({ attributes }) => attributes.class?.split(' ') ?? []);
		expect(classes.filter((name) => !diagramClasses.includes(name))).toEqual([]);
	}
});

it('draws whole pixels, and one element for all that looks alike', async () => {
	const { svg } = drawGraph(chain).drawing;
	expect(svg.replaceAll(/>[^<]+</g, '><')).not.toMatch(/\d\.\d/);
	const looks = elementsOf(svg)
		.filter(({ name }) => name === 'path')
		.map(({ attributes }) => attributes.class);
	expect(looks.toSorted()).toEqual(['f-ink', 'f-mark', 'f-mark-12 mark', 'f-wash edge', 'line dash', 'mark']);
});

it('escapes what labels say', async () => {
	expect(drawGraph(chain).drawing.svg).toContain('text &amp; &lt;tags&gt;');
});

it('turns a graph for a phone where that fits, and lets it scroll where nothing does', async () => {
	const { drawing, phone } = drawGraph(chain);
	expect(drawing.width).toBeGreaterThan(340);
	expect(phone?.width).toBeLessThanOrEqual(340);
	expect(drawGraph('digraph { a -> b }').phone).toBeUndefined();
	const long = 'a label that is too long for any phone, however it is turned, by a few words';
	expect(drawGraph(`digraph { a [label="${long}"] a -> b }`).phone).toBeUndefined();
});
