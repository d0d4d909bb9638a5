/** The small parts that the drill's views share. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type QuestionLevel, questionLevels } from '../../concepts/interview.ts';
import { type Band, bands, type Grade, grades } from '../../concepts/judging.ts';
import { markup } from '../../ground/markup.ts';

let ids = 0;

/** An id that no other part of the page has. Preact's own `useId` counts anew in every root, and marks on a page are many roots. */
export function useUniqueId(): string {
	return useState(() => `drill-${++ids}`)[0];
}

interface HtmlProps {
	/** The site's own text, rendered when it was built. */
	readonly html: string;
	readonly as?: 'div' | 'span' | 'p' | 'dt' | 'dd';
	readonly class?: string;
}

/** Only for the site's own content, never for what a reader wrote. */
export function Html({ html, as: Tag = 'div', class: className }: HtmlProps) {
	return <Tag class={className} dangerouslySetInnerHTML={markup(html)} />;
}

/** A question's level as four bars and its word. */
export function LevelMark({ level }: { level: QuestionLevel }) {
	const filled = questionLevels.indexOf(level) + 1;
	const bars = (from: number, to: number): string =>
		questionLevels
			.slice(from, to)
			.map((_, index) => `M${5 * (from + index)} 0h3v9h-3z`)
			.join('');
	return (
		<span class="level">
			<svg viewBox="0 0 18 9" width="18" height="9" aria-hidden="true">
				<path d={bars(0, filled)} />
				<path class="blank" d={bars(filled, questionLevels.length)} />
			</svg>
			{level}
		</span>
	);
}

interface ChoiceProps<Value extends string> {
	readonly legend: ComponentChildren;
	readonly class: string;
	readonly options: readonly Value[];
	readonly value: Value | undefined;
	readonly onChoose: (value: Value) => void;
	readonly describedBy?: string;
}

/** Joined squares of which one is chosen: radio buttons, so that the arrow keys move between them. */
export function Choice<Value extends string>({ legend, options, value, onChoose, ...props }: ChoiceProps<Value>) {
	const name = useUniqueId();
	return (
		<fieldset class={`choice ${props.class}`} aria-describedby={props.describedBy}>
			<legend>{legend}</legend>
			<div class="choice-row">
				{options.map((option) => (
					<label key={option}>
						<input
							type="radio"
							name={name}
							value={option}
							checked={option === value}
							onChange={() => onChoose(option)}
						/>
						<span>{option}</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}

interface ScoreProps<Score extends string> {
	readonly value: Score | undefined;
	readonly onChoose: (score: Score) => void;
	readonly legend: ComponentChildren;
}

/** The four bands. */
export function BandChoice(props: ScoreProps<Band>) {
	return <Choice {...props} class="bands" options={bands} />;
}

/** Missed, partly or met. */
export function GradeChoice(props: ScoreProps<Grade>) {
	return <Choice {...props} class="grades" options={grades} />;
}

/** What went wrong, in words, and a way on. */
export function Message({ children }: { children: ComponentChildren }) {
	return (
		<div class="drill-message" role="alert">
			{children}
		</div>
	);
}

/** What went wrong beside what is shown all the same. */
export function ProblemMessage({ text }: { text: string | undefined }) {
	return text === undefined ? null : (
		<Message>
			<p>{text}</p>
		</Message>
	);
}

/** The date and the time of day of a drill, as the reader's own clock says it. */
export function When({ at }: { at: number }) {
	const date = new Date(at);
	return (
		<time dateTime={date.toISOString()}>
			{date.toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' })}
		</time>
	);
}

/** A wide table that scrolls inside itself, by the arrow keys too. */
export function Scroller({ label, children }: { label: string; children: ComponentChildren }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must take the focus to be scrolled by keyboard.
		<section class="scroller" tabIndex={0} aria-label={label}>
			{children}
		</section>
	);
}
