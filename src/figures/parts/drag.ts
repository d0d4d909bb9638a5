/** Dragging a mark of a picture, in the picture's own units. The mark keeps the pointer until it is let go. */
import type { TargetedEvent, TargetedPointerEvent } from 'preact';

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Where an event is, in the units of the element it happened on. */
export function pointOf(event: MouseEvent, element: SVGGraphicsElement): Point {
	const toUnits = element.getScreenCTM()?.inverse();
	const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toUnits);
	return { x, y };
}

/** Handlers for the mark; `move` is told points in the units of the mark's parent. */
export function draggable(move: (point: Point) => void, end: () => void) {
	return {
		// A finger would scroll the page: browsers do not heed touch-action inside a drawing.
		onTouchStart: (event: TargetedEvent<SVGGraphicsElement, TouchEvent>) => event.preventDefault(),
		onPointerDown: ({ currentTarget, pointerId }: TargetedPointerEvent<SVGGraphicsElement>) => {
			currentTarget.setPointerCapture(pointerId);
		},
		onPointerMove: (event: TargetedPointerEvent<SVGGraphicsElement>) => {
			const { currentTarget, pointerId } = event;
			const parent = currentTarget.parentElement as unknown as SVGGraphicsElement;
			if (currentTarget.hasPointerCapture(pointerId)) move(pointOf(event, parent));
		},
		onLostPointerCapture: end,
	};
}
