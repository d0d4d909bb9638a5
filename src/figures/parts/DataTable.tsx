/** The numbers of a picture as a table: a name in the first column, numbers in the rest. */
import type { Table } from './contract.ts';

export function DataTable({ caption, columns, rows, current }: Table) {
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
