/** Shapes that follow the reader: sizes set once, and shown wherever an element carries `data-dim`. Formulas stay as they are. */
import { consequenceOf, defaultsOf, objectionTo, type Size, type Sizes, shapeOf } from '../concepts/dimensions.ts';
import { loadStyles } from '../styles/loadStyles.ts';
import { sizesKept } from './keptSizes.ts';
import styles from './sizes.css?url';

/** Elements that show numbers anyway, and what the page itself writes there. */
const written = new Map<Element, string>();

function show(sizes: Sizes | undefined): void {
	for (const element of document.querySelectorAll<HTMLElement | SVGElement>('[data-dim]')) {
		const parts = element.dataset.dim ?? '';
		if (element.matches('.code-comment')) {
			// Beside the comment, not in it: code that is copied stays as it was run.
			if (sizes) {
				element.dataset.shapes = parts
					.split(';')
					.map((shape) => `(${shapeOf(shape, sizes).replaceAll(' × ', ', ')})`)
					.join(' → ');
			} else delete element.dataset.shapes;
			continue;
		}
		if (!written.has(element)) written.set(element, element.textContent ?? '');
		element.textContent = sizes ? shapeOf(parts, sizes) : (written.get(element) ?? '');
	}
	fitLabels();
}

/** Longer numbers than a label was drawn for take a narrower face, and never more room than the drawing has. */
function fitLabels(): void {
	for (const svg of document.querySelectorAll<SVGSVGElement>('.drawing svg:has([data-dim])')) {
		const room = svg.viewBox.baseVal.width;
		for (const text of svg.querySelectorAll<SVGTextElement>('text:is([data-dim], :has([data-dim]))')) {
			text.classList.add('resized');
			text.removeAttribute('textLength');
			// A layout for another screen is not drawn now, and has no sizes.
			const { x, width } = text.getBBox();
			const most = Math.min(room - x, x + width) - 1;
			if (width <= most || most < 1) continue;
			text.setAttribute('textLength', String(most));
			text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
		}
	}
}

/** What the reader set before, if it still fits what the page declares. */
function keptSizes(concept: string, dimensions: readonly Size[]): Sizes | undefined {
	const sizes = sizesKept.read(concept);
	return sizes && objectionTo(sizes, dimensions) === undefined ? sizes : undefined;
}

/** Where nothing can be kept, they hold for this visit. */
function keep(concept: string, sizes: Sizes | undefined): void {
	if (sizes) sizesKept.keep(sizes, concept);
	else sizesKept.forget(concept);
}

/**
 * Takes over the part of the notation that sets sizes.
 *
 * @param isAsked whether the reader asked just now, and wants to see the fields
 * @throws when its styles cannot be loaded
 */
export async function followSizes(place: HTMLElement, isAsked: boolean): Promise<void> {
	await loadStyles(styles);
	const dimensions = JSON.parse(place.dataset.sizes ?? '[]') as Size[];
	const concept = place.dataset.concept ?? '';
	const button = place.querySelector('button');
	const panel = place.querySelector<HTMLElement>('.sizes');
	if (!button || !panel) return;

	const fields = document.createElement('div');
	fields.className = 'size-fields';
	const inputs = dimensions.map(({ id, name, most }) => {
		const label = document.createElement('label');
		const input = document.createElement('input');
		Object.assign(input, { type: 'number', min: '1', max: String(most), step: '1', inputMode: 'numeric' });
		input.dataset.size = id;
		label.append(name, input);
		fields.append(label);
		return input;
	});
	const status = document.createElement('p');
	status.role = 'status';
	const reset = document.createElement('button');
	reset.type = 'button';
	reset.className = 'text-button';
	reset.textContent = 'Back to the symbols';
	panel.append(fields, status, reset);

	const fill = (sizes: Sizes): void => {
		for (const input of inputs) input.value = String(sizes[input.dataset.size ?? '']);
	};
	const read = (): Sizes => Object.fromEntries(inputs.map((input) => [input.dataset.size, input.valueAsNumber]));
	const update = (): void => {
		const sizes = read();
		const objection = objectionTo(sizes, dimensions);
		place.classList.toggle('impossible', objection !== undefined);
		status.textContent = objection ?? `${consequenceOf(sizes, dimensions)}.`;
		for (const input of inputs) input.setAttribute('aria-invalid', String(objection !== undefined));
		if (objection !== undefined) return;
		show(sizes);
		keep(concept, sizes);
	};
	const open = (isOpen: boolean): void => {
		panel.hidden = !isOpen;
		button.setAttribute('aria-expanded', String(isOpen));
	};

	fill(keptSizes(concept, dimensions) ?? defaultsOf(dimensions));
	fields.addEventListener('input', update);
	addEventListener('resize', fitLabels);
	button.addEventListener('click', () => {
		open(panel.hidden !== false);
		// Numbers stand beside the symbols as soon as there is something to compare.
		if (!panel.hidden) update();
	});
	reset.addEventListener('click', () => {
		fill(defaultsOf(dimensions));
		keep(concept, undefined);
		show(undefined);
		place.classList.remove('impossible');
		open(false);
		button.focus();
	});
	open(isAsked);
	update();
	if (isAsked) inputs[0]?.focus();
}
