/**
 * The fonts of the machine that the browser believes to run on, whatever is installed here. Linux finds fonts through fontconfig, which a
 * process may be told to read from another file; elsewhere a browser shows the system's own.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

/** A machine by the families that stand for the generic ones; the folder of its fonts, or packaged files to make one of. */
interface FontSet {
	readonly serif: string;
	readonly sansSerif: string;
	readonly monospace: string;
	readonly folder?: string;
	readonly packaged?: readonly string[];
}

const styles = ['400-normal', '400-italic', '700-normal'];
const packaged = (...families: string[]): string[] =>
	families.flatMap((family) => styles.map((style) => `@fontsource/${family}/files/${family}-latin-${style}.woff2`));

const sets = {
	/** Debian with the least that a browser needs. */
	dejavu: {
		serif: 'DejaVu Serif',
		sansSerif: 'DejaVu Sans',
		monospace: 'DejaVu Sans Mono',
		folder: join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf'),
	},
	/** Tinos and Arimo are the fonts that Debian has as Liberation Serif and Sans: the widths of Times and Arial. */
	liberation: { serif: 'Tinos', sansSerif: 'Arimo', monospace: 'Arimo', packaged: packaged('tinos', 'arimo') },
	/** What Android has, and neither of the others. */
	android: {
		serif: 'Noto Serif',
		sansSerif: 'Roboto',
		monospace: 'Roboto',
		packaged: packaged('noto-serif', 'roboto'),
	},
} satisfies Record<string, FontSet>;

export type FontSetName = keyof typeof sets;
export const fontSets = Object.keys(sets) as FontSetName[];

const root = resolve('.cache/fonts');

const configuration = (folder: string, { serif, sansSerif, monospace }: FontSet): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${folder}</dir>
	<cachedir>${root}/cache</cachedir>
	<match target="pattern">
		<edit name="antialias" mode="assign"><bool>true</bool></edit>
		<edit name="hinting" mode="assign"><bool>true</bool></edit>
		<edit name="hintstyle" mode="assign"><const>hintslight</const></edit>
	</match>
${Object.entries({ serif, 'sans-serif': sansSerif, monospace })
	.map(
		([generic, family]) =>
			`\t<alias binding="same"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`,
	)
	.join('\n')}
</fontconfig>
`;

/** Writes what is not there yet, whole or not at all: several processes may do so at once. */
function write(file: string, content: string | Uint8Array): void {
	mkdirSync(dirname(file), { recursive: true });
	const part = `${file}.${process.pid}`;
	writeFileSync(part, content);
	renameSync(part, file);
}

/** The environment that makes a browser believe to run on a machine with these fonts alone. */
export async function fontEnvironment(name: FontSetName): Promise<Record<string, string>> {
	const set: FontSet = sets[name];
	const folder = set.folder ?? join(root, name);
	// Browsers read no compressed fonts from the system.
	for (const file of set.packaged ?? []) {
		const plain = join(folder, file.replace(/.*\/(.*)woff2$/, '$1ttf'));
		if (existsSync(plain)) continue;
		const options = { keepAllGlyphs: true, targetFormat: 'sfnt' } as const;
		write(plain, await subsetFont(await readFile(require.resolve(file)), undefined, options));
	}
	const config = join(root, `${name}.conf`);
	write(config, configuration(folder, set));
	return { ...(process.env as Record<string, string>), FONTCONFIG_FILE: config };
}
