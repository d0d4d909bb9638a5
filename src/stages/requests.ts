/** Tells the buttons of a concept page apart. The ruler is small; marking a stage needs the reader's history, and is loaded for it. */
import { loadPart } from '../loading/loadPart.ts';
import { printPart } from '../sheets/print.ts';
import { sayAloud } from './sayAloud.ts';

export async function obey(button: HTMLElement): Promise<void> {
	if ('sayAloud' in button.dataset) {
		sayAloud(button);
		return;
	}
	if ('print' in button.dataset) {
		printPart(button);
		return;
	}
	const { markStage } = await loadPart(() => import('../recall/views/markStage.ts'));
	await markStage(button);
}
