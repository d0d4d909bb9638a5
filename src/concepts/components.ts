/** The components that an author may write in MDX, and their attributes. The page's own map is in `src/stages`. */
import { calloutKinds } from './calloutKinds.ts';
import type { FigureSource } from './figures.ts';

export interface AttributeRule {
	readonly required?: true;
	/** Written without a value: `remember`. */
	readonly flag?: true;
	readonly oneOf?: readonly string[];
}

export interface ComponentRule {
	readonly attributes: Readonly<Record<string, AttributeRule>>;
	/** What must stand between its tags, as a problem calls it; undefined for a component without content. */
	readonly content?: string;
}

/** The rule of each component, by its name, in a project with these figures. */
export const componentRules = (figures: readonly FigureSource[]): Readonly<Record<string, ComponentRule>> => ({
	Figure: { attributes: { name: { required: true, oneOf: figures.map(({ name }) => name) } } },
	Diagram: { attributes: { name: { required: true } }, content: 'a caption' },
	Listing: { attributes: { file: { required: true }, region: {}, highlight: {} } },
	Equation: { attributes: { id: { required: true }, remember: { flag: true } }, content: 'a formula' },
	Step: { attributes: {}, content: 'a formula and its reason' },
	Callout: { attributes: { kind: { required: true, oneOf: Object.keys(calloutKinds) } }, content: 'text' },
	Invariant: { attributes: { id: { required: true }, name: { required: true } }, content: 'what always holds' },
	Failures: { attributes: {}, content: 'a table of failure modes' },
	Cite: { attributes: { id: { required: true } } },
	Shape: { attributes: {}, content: 'a shape' },
	Out: { attributes: { file: { required: true }, rounds: {} }, content: 'the words that were printed' },
});
