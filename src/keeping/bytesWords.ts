/** `84 kB`, `2.1 GB` */
export function bytesWords(bytes: number): string {
	const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
	const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
	const size = bytes / 1000 ** power;
	return `${size.toLocaleString('en-US', { maximumFractionDigits: size < 10 && power > 0 ? 1 : 0 })} ${units[power]}`;
}
