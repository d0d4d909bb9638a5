/** What the parts of the progress page have in common: their frame, and the numbers behind a picture. */
import type { ComponentChildren } from 'preact';

interface SectionProps {
	readonly id: string;
	readonly title: string;
	/** What it shows, in a few words. */
	readonly about: ComponentChildren;
	/** What it says, for the margin: the finding first. */
	readonly note?: ComponentChildren;
	/** Stands at the end of the heading's line. */
	readonly action?: ComponentChildren;
	readonly children: ComponentChildren;
}

export function Section({ id, title, about, note, action, children }: SectionProps) {
	return (
		<section class="progress-part" aria-labelledby={id}>
			<header>
				<h2 id={id} class="label">
					{title}
				</h2>
				<p class="note">{about}</p>
				{action}
			</header>
			{note && <div class="note progress-note">{note}</div>}
			<div class="progress-body">{children}</div>
		</section>
	);
}

interface NumbersProps {
	readonly caption: string;
	readonly head: readonly string[];
	readonly rows: readonly (readonly (string | number)[])[];
}

/** The table behind a picture: what is drawn, as numbers. */
export function Numbers({ caption, head, rows }: NumbersProps) {
	return (
		<details class="numbers">
			<summary class="text-button">As a table</summary>
			<table>
				<caption class="visually-hidden">{caption}</caption>
				<thead>
					<tr>
						{head.map((text, column) => (
							<th key={text} scope="col" class={column > 0 ? 'number' : undefined}>
								{text}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(([first, ...rest]) => (
						<tr key={first}>
							<th scope="row">{first}</th>
							{rest.map((value, column) => (
								<td key={column} class="number">
									{value}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</details>
	);
}
