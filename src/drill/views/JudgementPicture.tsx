/** The picture of a report, made of HTML so that its words keep their size. The answers have the same in words. */
import { type Band, bands } from '../../concepts/judging.ts';

export const percent = (part: number): string => `${(100 * part).toFixed(1)}%`;

export interface JudgementRow {
	readonly key: string;
	readonly label: string;
	readonly self: Band;
	readonly rubric: Band;
}

const shortBands = ['Strong no', 'No', 'Hire', 'Strong'] as const;

/** The reader's score (open) and the rubric's (filled) on the line of bands. The questions table has the same in words. */
export function JudgementPicture({ rows }: { rows: readonly JudgementRow[] }) {
	const at = (band: Band): number => bands.indexOf(band) / (bands.length - 1);
	return (
		<div class="judgement" aria-hidden="true">
			<p class="judgement-row judgement-head note">
				<span />
				<span class="track">
					{shortBands.map((name, index) => (
						<span key={name} class="tick" style={{ insetInlineStart: percent(index / 3) }}>
							{name}
						</span>
					))}
				</span>
			</p>
			{rows.map(({ key, label, self, rubric }) => (
				<p class="judgement-row" key={key}>
					<span>{label}</span>
					<span class="track">
						<i
							class="between"
							style={{
								insetInlineStart: percent(Math.min(at(self), at(rubric))),
								inlineSize: percent(Math.abs(at(self) - at(rubric))),
							}}
						/>
						<i class="dot rubric-dot" style={{ insetInlineStart: percent(at(rubric)) }} />
						<i class="dot self-dot" style={{ insetInlineStart: percent(at(self)) }} />
					</span>
				</p>
			))}
		</div>
	);
}
