/** The part of a report that offers prompts for what its answers lacked. */
import { useMemo } from 'preact/hooks';
import { type Materials, questionOf } from '../material.ts';
import type { Lacking } from '../report.ts';
import { promptsOf, type WantedPrompt } from '../wanted.ts';
import { AddPrompts } from './AddPrompts.tsx';

export interface PromptsToAddProps {
	readonly lacking: readonly Lacking[];
	readonly materials: Materials;
}

/** Prompts of the questions that lack something, each once. */
function promptsFor({ lacking, materials }: PromptsToAddProps): WantedPrompt[] {
	const wanted = lacking.flatMap(({ item }) => promptsOf(materials.get(item.concept), questionOf(materials, item)));
	return [...new Map(wanted.map((one) => [one.prompt, one])).values()];
}

export function PromptsToAdd({ lacking, materials }: PromptsToAddProps) {
	const wanted = useMemo(() => promptsFor({ lacking, materials }), [lacking, materials]);
	if (wanted.length === 0) return null;
	return (
		<section class="report-part">
			<h2>Prompts to add</h2>
			<AddPrompts wanted={wanted} />
		</section>
	);
}
