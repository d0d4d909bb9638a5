/** The partitions with the offset that is committed in each, and beneath them what was booked, in that order. */
import { Row } from '../parts/boxes.tsx';
import type { DrawingOf } from '../parts/contract.ts';
import { placed } from '../parts/marks.tsx';
import type { model, Shown } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: { size: [560, 220], draw: ({ state }) => <Log {...state} box={34} gap={8} names={130} /> },
	phone: { size: [280, 250], draw: ({ state }) => <Log {...state} box={24} gap={4} names={0} /> },
};

interface Layout {
	readonly box: number;
	readonly gap: number;
	/** Room for names at the left; above where there is none. */
	readonly names: number;
}

function Log({ partitions, booked, now, work, box, gap, names }: Shown & Layout) {
	const pitch = box + gap;
	const beside = names > 0;
	const rows = beside ? 76 : 78;
	return (
		<>
			{partitions.map(({ log, committed, owner }, which) => (
				<g key={which} transform={`translate(0 ${which * rows})`}>
					<text y={beside ? 26 : 12}>
						Partition {which} <tspan class="t-muted">read by {owner}</tspan>
					</text>
					<g transform={`translate(${names + 5} ${beside ? 4 : 20})`}>
						<Row
							boxes={log.map((id, at) => ({ lines: [id], class: at < committed ? 'edge f-mark-12' : 'edge' }))}
							size={[box, 30]}
							gap={gap}
							current={now?.at?.[0] === which ? now.at[1] : undefined}
						/>
						<path class="line" d={`M${committed * pitch - gap / 2} -4V40`} />
						<text x={committed * pitch - gap / 2} y={53} text-anchor={committed ? 'middle' : 'start'}>
							{beside || committed < 1 ? 'committed ' : ''}
							{committed}
						</text>
					</g>
				</g>
			))}
			<g transform={`translate(0 ${2 * rows + 8})`}>
				<text y={beside ? 22 : 12}>Booked</text>
				{placed(
					beside ? names + 5 : 1,
					beside ? 0 : 20,
					<Row
						boxes={booked.map((id, at) => ({
							lines: [id],
							class: booked.indexOf(id) < at ? 'line f-mark-50' : 'edge',
						}))}
						size={[box, 30]}
						gap={gap}
						current={undefined}
					/>,
				)}
				{work !== 'plain' && (
					<text class="t-muted" x={beside ? names + 5 : 0} y={beside ? 52 : 70}>
						Ids noted: {now?.noted.join(', ')}
					</text>
				)}
			</g>
		</>
	);
}
