/** Gives comments that tell shapes a `data-dim`, so that a reader's own sizes can stand behind them. */
import { shapesIn } from '../../concepts/dimensions.ts';

/**
 * A highlighted line, as {@link highlightLines} makes it.
 *
 * @param ids dimensions of the concept
 */
export function measured(html: string, ids: readonly string[]): string {
	if (ids.length === 0) return html;
	return html.replace(/<span class="code-comment">([^<]*)<\/span>/g, (written, comment: string) => {
		const shapes = shapesIn(comment, ids);
		return shapes ? `<span class="code-comment" data-dim="${shapes}">${comment}</span>` : written;
	});
}
