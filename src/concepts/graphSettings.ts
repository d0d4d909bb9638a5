/** What an author may set in a graph. Fonts, colors and sizes are not among it: classes and labels decide those. */
import { anyOf } from './problems.ts';
import type { DotOwner } from './reading/dot.ts';

export interface GraphSetting {
	readonly pattern: RegExp;
	/** Its values, as a problem names them. */
	readonly values: string;
}

const oneOf = (...values: string[]): GraphSetting => ({
	pattern: new RegExp(`^(${values.join('|')})$`),
	values: anyOf(values),
});
const text: GraphSetting = { pattern: /\S/, values: 'plain text' };
const whole: GraphSetting = { pattern: /^\d+$/, values: 'a whole number' };
/** What is missing where this is empty is a problem of its own. */
const telling: GraphSetting = { pattern: /(?:)/, values: 'plain text' };
/** Which classes there are is a question of its own. */
const classes: GraphSetting = { pattern: /\S/, values: 'classes' };

export const graphSettings: Readonly<Record<DotOwner, Readonly<Record<string, GraphSetting>>>> = {
	graph: { title: telling, desc: telling, rankdir: oneOf('LR', 'TB') },
	subgraph: { label: text, class: classes, rank: oneOf('same', 'min', 'max', 'source', 'sink') },
	node: { label: text, note: text, class: classes, shape: oneOf('box', 'ellipse', 'circle', 'diamond', 'plain') },
	edge: {
		label: text,
		class: classes,
		dir: oneOf('forward', 'back', 'both', 'none'),
		constraint: oneOf('true', 'false'),
		weight: whole,
		minlen: whole,
	},
};
