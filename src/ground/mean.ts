/** Mean of some numbers; undefined of none. */
export function mean(values: readonly number[]): number | undefined {
	return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;
}
