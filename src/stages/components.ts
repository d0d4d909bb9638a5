/** The components that an author may use in MDX, and the ones the Markdown pipeline puts in. */

import FirstScreenEnd from '../components/FirstScreenEnd.astro';
import Diagram from '../diagrams/Diagram.astro';
import Figure from '../figures/Figure.astro';
import Listing from '../listings/shown/Listing.astro';
import Callout from './Callout.astro';
import Cite from './Cite.astro';
import Derivation from './Derivation.astro';
import Equation from './Equation.astro';
import Failures from './Failures.astro';
import Invariant from './Invariant.astro';
import Shape from './Shape.astro';
import Stage from './Stage.astro';
import Step from './Step.astro';
import Table from './Table.astro';

export const components = {
	Callout,
	Cite,
	Diagram,
	Equation,
	Failures,
	Figure,
	Invariant,
	Listing,
	Shape,
	Step,
	// Made by the pipeline, not written by authors.
	Derivation,
	FirstScreenEnd,
	Stage,
	table: Table,
};
