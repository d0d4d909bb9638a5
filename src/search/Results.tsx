/** The list of results: concepts, and under each its hits by stage. Every row is a link that the keyboard can reach. */
import type { ComponentChildren } from 'preact';
import { conceptPath } from '../paths.ts';
import type { Part } from './excerpt.ts';
import type { ConceptResult } from './results.ts';

function Marked({ parts }: { parts: readonly Part[] }) {
	return parts.map(({ text, marked }, i) => (marked ? <mark key={i}>{text}</mark> : text));
}

export interface RowProps {
	/** The `id` of the row that the keyboard is at. */
	readonly active: string | undefined;
	readonly onOpen: (event: MouseEvent) => void;
}

interface LinkProps extends RowProps {
	readonly id: string;
	readonly href: string;
	readonly class: string;
	readonly children: ComponentChildren;
}

function Row({ id, href, class: className, active, onOpen, children }: LinkProps) {
	return (
		<a id={id} href={href} class={className} role="option" tabIndex={-1} aria-selected={id === active} onClick={onOpen}>
			{children}
		</a>
	);
}

function Concept({ result, ...row }: RowProps & { result: ConceptResult }) {
	const { concept, category, name, parenthesis, alias, hits } = result;
	const id = `found-${concept.slug}`;
	return (
		// biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox; a fieldset may not stand there.
		<div class={`search-result accent-${category?.accent}`} role="group" aria-label={concept.name}>
			<Row {...row} id={id} class="search-concept" href={conceptPath(concept.slug)}>
				<span class="search-title">
					<Marked parts={name} />
					{parenthesis.length > 0 && (
						<span class="search-aside">
							{' '}
							<Marked parts={parenthesis} />
						</span>
					)}
					{alias.length > 0 && (
						<span class="search-alias">
							also <Marked parts={alias} />
						</span>
					)}
				</span>
				<span class="search-facts">
					{category?.title}
					<span class="search-minutes">{concept.minutes} min read</span>
				</span>
			</Row>
			{hits.map((hit) => (
				<Row
					{...row}
					key={hit.anchor}
					id={`${id}-${hit.anchor}`}
					class="search-hit"
					href={conceptPath(concept.slug, hit.anchor)}
				>
					<span class="search-stage">
						<span class="search-number">{hit.stage}</span>
						{hit.label}
					</span>
					<span class="search-excerpt">
						<Marked parts={hit.excerpt} />
					</span>
				</Row>
			))}
		</div>
	);
}

export function Results({ results, ...row }: RowProps & { results: readonly ConceptResult[] }) {
	return results.map((result) => <Concept {...row} key={result.concept.slug} result={result} />);
}
