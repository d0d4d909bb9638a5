/** Everything that can be wrong with content: every check, and the kinds of problem of all of them by their codes. */
import { check as breaks } from './checks/breaks.ts';
import { check as bytes } from './checks/bytes.ts';
import { check as catalog } from './checks/catalog.ts';
import type { Check } from './checks/check.ts';
import { check as components } from './checks/components.ts';
import { check as dates } from './checks/dates.ts';
import { check as diagrams } from './checks/diagrams.ts';
import { check as dimensions } from './checks/dimensions.ts';
import { check as figures } from './checks/figures.ts';
import { check as files } from './checks/files.ts';
import { check as formulas } from './checks/formulas.ts';
import { check as graphs } from './checks/graphs.ts';
import { check as ids } from './checks/ids.ts';
import { check as internals } from './checks/internals.ts';
import { check as length } from './checks/length.ts';
import { check as links } from './checks/links.ts';
import { check as listings } from './checks/listings.ts';
import { check as lookups } from './checks/lookups.ts';
import { check as notation } from './checks/notation.ts';
import { check as oneBreath } from './checks/oneBreath.ts';
import { check as outputs } from './checks/outputs.ts';
import { check as paths } from './checks/paths.ts';
import { check as planned } from './checks/planned.ts';
import { check as plots } from './checks/plots.ts';
import { check as prompts } from './checks/prompts.ts';
import { check as prose } from './checks/prose.ts';
import { check as questions } from './checks/questions.ts';
import { check as references } from './checks/references.ts';
import { check as register } from './checks/register.ts';
import { check as rubrics } from './checks/rubrics.ts';
import { check as scalars } from './checks/scalars.ts';
import { check as schema } from './checks/schema.ts';
import { sharedKinds } from './checks/shared.ts';
import { check as slips } from './checks/slips.ts';
import { check as stages } from './checks/stages.ts';
import { check as tasks } from './checks/tasks.ts';
import { check as terms } from './checks/terms.ts';
import { check as todos } from './checks/todos.ts';

/** Every check. What they find at one place is told in this order. */
export const checks = [
	bytes,
	files,
	schema,
	scalars,
	dates,
	oneBreath,
	stages,
	length,
	prose,
	slips,
	formulas,
	catalog,
	components,
	internals,
	figures,
	terms,
	notation,
	listings,
	breaks,
	tasks,
	outputs,
	diagrams,
	graphs,
	plots,
	dimensions,
	questions,
	rubrics,
	prompts,
	links,
	references,
	ids,
	register,
	lookups,
	todos,
	planned,
	paths,
] as const satisfies readonly Check[];

/** What holds of each of several types at once. */
type All<Types> = (Types extends unknown ? (each: Types) => void : never) extends (all: infer Every) => void
	? Every
	: never;

type Catalogue = typeof sharedKinds & All<(typeof checks)[number]['kinds']>;

export const catalogue: Catalogue = Object.assign({}, sharedKinds, ...checks.map(({ kinds }) => kinds));
