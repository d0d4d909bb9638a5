/** The cases of a task, each as it stands: waiting, running, passed, or failed with what was called, expected and got. */
import type { TaskCase } from '../../concepts/schema/task.ts';
import type { CaseEnd, Value } from '../program.ts';

export type CaseState =
	| { readonly kind: 'running' }
	| { readonly kind: 'stopped' }
	/** It took too long, and was given up. */
	| { readonly kind: 'slow' }
	| { readonly kind: 'ended'; readonly end: CaseEnd };

interface CaseListProps {
	readonly cases: readonly TaskCase[];
	readonly states: ReadonlyMap<string, CaseState>;
	readonly onLine: (line: number) => void;
}

export function CaseList({ cases, states, onLine }: CaseListProps) {
	return (
		<ol class="case-list">
			{cases.map((one) => (
				<Case key={one.name} described={one} state={states.get(one.name)} onLine={onLine} />
			))}
		</ol>
	);
}

const words = {
	waiting: 'waits',
	running: 'runs',
	passed: 'passed',
	failed: 'failed',
	error: 'error',
	slow: 'too slow',
	stopped: 'stopped',
};
const signs = { waiting: '·', running: '…', passed: '✓', failed: '✕', error: '✕', slow: '✕', stopped: '·' };

function outcomeOf(state: CaseState | undefined): keyof typeof words {
	if (!state) return 'waiting';
	return state.kind === 'ended' ? state.end.state : state.kind;
}

function Case({
	described,
	state,
	onLine,
}: {
	described: TaskCase;
	state: CaseState | undefined;
	onLine: (line: number) => void;
}) {
	const outcome = outcomeOf(state);
	const { title, kind, hidden } = described;
	const head = (
		<>
			<span class="case-sign" aria-hidden="true">
				{signs[outcome]}
			</span>{' '}
			<span class="case-title">{title}</span>{' '}
			<span class="note">
				{kind === 'example' ? '' : `${kind}, `}
				{hidden && outcome === 'waiting' ? 'hidden, ' : ''}
				{words[outcome]}
			</span>
		</>
	);
	const end = state?.kind === 'ended' ? state.end : undefined;
	if (!end || (end.state === 'passed' && !end.printed)) {
		return <li class={`case ${outcome}`}>{head}</li>;
	}
	return (
		<li>
			<details class={`case ${outcome}${end.state === 'passed' ? '' : ' failing'}`} open={end.state !== 'passed'}>
				<summary>{head}</summary>
				<End end={end} onLine={onLine} />
			</details>
		</li>
	);
}

function End({ end, onLine }: { end: CaseEnd; onLine: (line: number) => void }) {
	const { words: told, input, expected, got, place = [], seen = {}, error, printed } = end;
	return (
		<div class="case-end">
			{told && <p>{told}</p>}
			{error && (
				<p>
					<strong>{error.type}</strong>
					{error.line !== null && (
						<>
							{' on '}
							<button type="button" class="text-button" onClick={() => onLine(error.line ?? 1)}>
								line {error.line}
							</button>
						</>
					)}
					{error.message && `: ${error.message}`}
				</p>
			)}
			<dl>
				{input && <Told name="Called" text={input} />}
				{expected && <Compared name="Expected" value={expected} place={place} />}
				{got && <Compared name="Got" value={got} place={place} />}
				{Object.entries(seen).map(([name, text]) => (
					<Told key={name} name={name} text={text} />
				))}
			</dl>
			{place.length > 0 && expected && got && (
				<p class="note">
					They differ first at <code>{place.map((key) => `[${key}]`).join('')}</code>.
				</p>
			)}
			{printed && (
				<>
					<p class="label">Printed</p>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too. */}
					<pre class="code" tabIndex={0}>
						{printed}
					</pre>
				</>
			)}
		</div>
	);
}

function Told({ name, text }: { name: string; text: string }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>
				<code>{text}</code>
			</dd>
		</div>
	);
}

/** A small matrix as a table, the first place that differs lit; anything else as Python writes it. */
function Compared({ name, value: { text, rows }, place }: { name: string; value: Value; place: readonly string[] }) {
	if (!rows) return <Told name={name} text={text} />;
	return (
		<div>
			<dt>{name}</dt>
			<dd>
				<table class="case-table">
					<tbody>
						{rows.map((row, i) => (
							<tr key={`${i}`}>
								{row.map((cell, j) => (
									<td key={`${j}`} class={place[0] === `${i}` && place[1] === `${j}` ? 'differs' : undefined}>
										{cell}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</dd>
		</div>
	);
}
