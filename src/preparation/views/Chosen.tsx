/** The concepts of the plan in their order, which a reader changes by hand. */
import { useState } from 'preact/hooks';
import { conceptPath } from '../../paths.ts';
import type { Material, MaterialConcept } from '../material.ts';

interface Props {
	readonly chosen: readonly string[];
	readonly leftOut: readonly string[];
	/** Slugs whose first stages are read. */
	readonly read: ReadonlySet<string>;
	readonly concepts: ReadonlyMap<string, MaterialConcept>;
	readonly material: Material;
	readonly onChange: (chosen: readonly string[]) => void;
}

function moved(list: readonly string[], at: number, by: number): string[] {
	const rest = list.toSpliced(at, 1);
	return rest.toSpliced(at + by, 0, ...list.slice(at, at + 1));
}

export function Chosen({ chosen, leftOut, read, concepts, material, onChange }: Props) {
	const [said, setSaid] = useState('');
	const nameOf = (slug: string): string => concepts.get(slug)?.name ?? slug;
	const move = (at: number, by: number): void => {
		if (at + by < 0 || at + by >= chosen.length) return;
		onChange(moved(chosen, at, by));
		setSaid(`${nameOf(chosen[at] ?? '')} is number ${at + by + 1} now.`);
	};
	const leave = (slug: string): void => {
		onChange(chosen.filter((other) => other !== slug));
		setSaid(`${nameOf(slug)} is left out.`);
	};
	const others = material.concepts.filter(({ slug }) => !chosen.includes(slug));
	const controls = (slug: string, index: number) => [
		{ words: 'Earlier', isOff: index === 0, act: () => move(index, -1) },
		{ words: 'Later', isOff: index === chosen.length - 1, act: () => move(index, 1) },
		{ words: 'Leave out', isOff: false, act: () => leave(slug) },
	];
	return (
		<>
			<ol class="chosen">
				{chosen.map((slug, index) => (
					<li key={slug}>
						<a href={conceptPath(slug)}>{nameOf(slug)}</a>
						<span class="note">{read.has(slug) ? 'read' : leftOut.includes(slug) ? 'no time for it' : ''}</span>
						<span class="chosen-controls no-print">
							{controls(slug, index).map(({ words, isOff, act }) => (
								<button
									key={words}
									type="button"
									class="text-button"
									aria-disabled={isOff}
									aria-label={`${words}: ${nameOf(slug)}`}
									onClick={act}
								>
									{words}
								</button>
							))}
						</span>
					</li>
				))}
			</ol>
			<p class="visually-hidden" role="status">
				{said}
			</p>
			{others.length > 0 && (
				<p class="wish no-print">
					<label for="plan-add">Add a concept</label>
					<select
						id="plan-add"
						value=""
						onChange={({ currentTarget }) => {
							const { value } = currentTarget;
							currentTarget.value = '';
							if (value === '') return;
							onChange([...chosen, value]);
							setSaid(`${nameOf(value)} is added.`);
						}}
					>
						<option value="">Choose…</option>
						{others.map(({ slug, name }) => (
							<option key={slug} value={slug}>
								{name}
							</option>
						))}
					</select>
				</p>
			)}
		</>
	);
}
