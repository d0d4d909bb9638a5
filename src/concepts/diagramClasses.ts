/** The vocabulary of diagrams: classes that an author draws with. Their looks are in `src/diagrams/diagram.css`. */
export const diagramClasses: readonly string[] = [
	...['line', 'hair', 'edge', 'mark', 'dash'],
	...['f-ink', 'f-muted', 'f-edge', 'f-rule', 'f-wash', 'f-paper', 'f-mark'],
	...['f-mark-12', 'f-mark-25', 'f-mark-50', 'f-mark-75'],
	...['t-muted', 't-strong', 't-label', 't-small', 't-math', 't-sub', 't-mono', 't-mark'],
];
