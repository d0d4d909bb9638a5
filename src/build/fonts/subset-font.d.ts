/** What the build uses of `subset-font`, which ships no types. */
declare module 'subset-font' {
	interface Options {
		readonly targetFormat?: 'sfnt' | 'woff' | 'woff2';
		/** Without `text`: every glyph stays. */
		readonly keepAllGlyphs?: boolean;
		/** A number pins an axis, a range narrows it. */
		readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
	}
	export default function subsetFont(font: Uint8Array, text: string | undefined, options?: Options): Promise<Buffer>;
}
