/** The rules by which Biome holds each room of `src` to what it may import, made of the table in `rooms.ts`. */
import { type Place, places, type Runs, rooms } from './rooms.ts';

/** What each kind of code does without. */
const lacking: Readonly<Record<Runs, { readonly astro: boolean; readonly node: boolean; readonly page: boolean }>> = {
	'in the build': { astro: false, node: false, page: false },
	'in Node': { astro: true, node: false, page: true },
	'in a browser': { astro: true, node: true, page: false },
	anywhere: { astro: true, node: true, page: true },
};

const astro = ['astro', 'astro/**', 'astro:*', '@astrojs/**'];

const page = ['window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'indexedDB'];

const TYPES = 'types of ';

/** Names that are no type's: `schema`, `MOST`, and `*`, the whole of a module. */
const values = '[^A-Z].*|[A-Z0-9_]+';

const isModule = (part: string): boolean => part.endsWith('.ts');

const roomOf = (part: string): string => part.split('/')[0] ?? part;

/** A room, or a part of one, as an import of it ends at any depth. */
const pattern = (part: string): string => `**/${part}${isModule(part) ? '' : '/**'}`;

function refusalsOf({ room, runs, imports, above }: Place) {
	const message = `src/${room}, where it runs ${runs}, imports of other rooms only what src/build/rooms.ts names.`;
	const whole = imports.filter((part) => !part.startsWith(TYPES));
	const refused = rooms.filter((other) => other !== room && !whole.includes(other));
	const ofTypes = imports
		.filter((part) => part.startsWith(TYPES))
		.map((part) => part.slice(TYPES.length))
		.filter((part) => refused.includes(roomOf(part)));
	const parts = [...whole, ...ofTypes].filter((part) => refused.includes(roomOf(part)));
	return [
		{
			group: [
				`**/{${refused.filter((other) => !isModule(other)).join(',')}}/**`,
				...refused.filter(isModule).map(pattern),
				...parts.map((part) => `!${pattern(part)}`),
			],
			message,
		},
		...ofTypes.map((part) => ({
			group: [pattern(part)],
			importNamePattern: values,
			message: `${message} Of this, types alone.`,
		})),
		...(above ? [{ group: above, message: `In src/${room}, this stands above.` }] : []),
		...(lacking[runs].astro ? [{ group: astro, message: `Without Astro: this runs ${runs}.` }] : []),
	];
}

function overrideOf(place: Place) {
	const { room, files, runs } = place;
	const deniedGlobals = Object.fromEntries(page.map((name) => [name, `Without a page: this runs ${runs}.`]));
	return {
		includes: files.map((glob) => (glob.startsWith('!') ? `!src/${room}/${glob.slice(1)}` : `src/${room}/${glob}`)),
		linter: {
			rules: {
				correctness: { noNodejsModules: lacking[runs].node ? 'error' : 'off' },
				style: {
					noRestrictedImports: { level: 'error', options: { patterns: refusalsOf(place) } },
					noRestrictedGlobals: lacking[runs].page ? { level: 'error', options: { deniedGlobals } } : 'off',
				},
			},
		},
	};
}

/**
 * The text of `biome.imports.json`, which `biome.jsonc` extends: a line for each place. Of the overrides that match a file, Biome takes the options of the
 * last, so each says all that holds of its files.
 */
export function importRules(): string {
	const lines = places.map((place) => `\t\t${JSON.stringify(overrideOf(place))}`);
	return `{\n\t"overrides": [\n${lines.join(',\n')}\n\t]\n}\n`;
}
