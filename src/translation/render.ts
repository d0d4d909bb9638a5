/** Preact's `render`, for views on pages that a browser may translate: all of them. */
import { type ComponentChild, type ContainerNode, render as renderByPreact } from 'preact';
import { followTranslation } from './standIns.ts';

export function render(view: ComponentChild, place: ContainerNode): void {
	followTranslation();
	renderByPreact(view, place);
}
