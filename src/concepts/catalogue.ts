/** Everything that can be wrong with content: the kinds of problem of all checks, by their codes. */
import { kinds as breaks } from './checks/breaks.ts';
import { kinds as bytes } from './checks/bytes.ts';
import { kinds as catalog } from './checks/catalog.ts';
import { kinds as components } from './checks/components.ts';
import { kinds as dates } from './checks/dates.ts';
import { kinds as diagrams } from './checks/diagrams.ts';
import { kinds as dimensions } from './checks/dimensions.ts';
import { kinds as figures } from './checks/figures.ts';
import { kinds as files } from './checks/files.ts';
import { kinds as formulas } from './checks/formulas.ts';
import { kinds as graphs } from './checks/graphs.ts';
import { kinds as internals } from './checks/internals.ts';
import { kinds as length } from './checks/length.ts';
import { kinds as links } from './checks/links.ts';
import { kinds as listings } from './checks/listings.ts';
import { kinds as lookups } from './checks/lookups.ts';
import { kinds as notation } from './checks/notation.ts';
import { kinds as oneBreath } from './checks/oneBreath.ts';
import { kinds as outputs } from './checks/outputs.ts';
import { kinds as paths } from './checks/paths.ts';
import { kinds as planned } from './checks/planned.ts';
import { kinds as plots } from './checks/plots.ts';
import { kinds as prompts } from './checks/prompts.ts';
import { kinds as prose } from './checks/prose.ts';
import { kinds as questions } from './checks/questions.ts';
import { kinds as references } from './checks/references.ts';
import { kinds as register } from './checks/register.ts';
import { kinds as rubrics } from './checks/rubrics.ts';
import { kinds as scalars } from './checks/scalars.ts';
import { kinds as schema } from './checks/schema.ts';
import { sharedKinds } from './checks/shared.ts';
import { kinds as slips } from './checks/slips.ts';
import { kinds as stages } from './checks/stages.ts';
import { kinds as tasks } from './checks/tasks.ts';
import { kinds as terms } from './checks/terms.ts';
import { kinds as todos } from './checks/todos.ts';
import type { Wordings } from './problems.ts';

export const catalogue = {
	...sharedKinds,
	...breaks,
	...bytes,
	...catalog,
	...components,
	...dates,
	...diagrams,
	...dimensions,
	...figures,
	...files,
	...formulas,
	...graphs,
	...internals,
	...length,
	...links,
	...listings,
	...lookups,
	...notation,
	...oneBreath,
	...outputs,
	...paths,
	...planned,
	...plots,
	...prompts,
	...prose,
	...questions,
	...references,
	...register,
	...rubrics,
	...scalars,
	...schema,
	...slips,
	...stages,
	...tasks,
	...terms,
	...todos,
} satisfies Wordings;
