/** The numbers of a picture as a table: a name in the first column, numbers in the rest. */

interface Props {
	readonly caption: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** Index of the row that the picture marks. */
	readonly current?: number;
}

export function DataTable({ caption, columns, rows, current }: Props) {
	return (
		<table>
			<caption class="note">{caption}</caption>
			<thead>
				<tr>
					{columns.map((column) => (
						<th key={column} scope="col">
							{column}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map(([name, ...cells], index) => (
					<tr key={index} aria-current={index === current ? 'true' : undefined}>
						<th scope="row">{name}</th>
						{cells.map((cell, column) => (
							<td key={columns[column]}>{cell}</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}
