/**
 * The rooms of `src`: where the code of each runs, and what of the others it may import. What is not named is refused. Biome enforces it, by the
 * rules that `importRules.ts` makes of this table; `npx vitest run --config=tests/vitest.config.ts tests/unit/build/importRules.test.ts -u` writes them.
 */

/**
 * Where code runs, and so what it has: in the build Astro and Node, in Node no Astro and no page, in a browser neither Astro nor Node, anywhere none
 * of them.
 */
export type Runs = 'in the build' | 'in Node' | 'in a browser' | 'anywhere';

/** Files of a room that are under the same rules. Of two places that have a file, the later one counts. */
export interface Place {
	/** A folder of `src`. */
	readonly room: string;
	/** Globs inside of the room; those that begin with `!` are left out. */
	readonly files: readonly string[];
	readonly runs: Runs;
	/** Of other rooms: whole (`ground`), in part (`recall/index.ts`), or for their types alone (`types of concepts/schema`). */
	readonly imports: readonly string[];
	/** Of its own room, what it must not import, as an import is written. What a place says is all that holds of its files: none adds to another. */
	readonly above?: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s+/);

const scripts = '**/*.{ts,tsx}';
const markup = '**/*.astro';

/** Of the concept model, what browsers go on with: words, numbers and judgements, for which no content is read and no schema loaded. */
const shared = '{dimensions,interview,judging,levelAnswers,readingTime,stageNumbers,stages,tracks}.ts';

/** What whatever runs in a browser may import. */
const common = [
	...words('files ground keeping keys/plainKey.ts loading styles translation paths.ts'),
	...[`concepts/${shared}`, 'types of concepts/schema'],
];

/** What pages are made of. */
const contents = words(`
	concepts diagrams drill figures files ground icons keeping keys listings loading map notation offline preparation preview published recall search
	sheets styles tasks translation paths.ts resultCache.ts siteConfig.ts
`);

/** Floors of recall, from the top. What stands on none of them, such as `recall.ts`, stands above all but the views. */
const floors = ['views', 'backups', 'store', 'schedule', 'log'];

export const places: readonly Place[] = [
	// Frames, from the top.
	...[
		{ room: 'pages', imports: [...words('layouts stages components cards feeds twins'), ...contents] },
		{ room: 'layouts', imports: ['components', ...contents] },
		{ room: 'stages', imports: ['components', ...contents] },
		{ room: 'components', imports: [...words('concepts icons published recall/painting.ts siteConfig.ts'), ...common] },
	].map((frame): Place => ({ ...frame, files: ['**'], runs: 'in the build' })),
	{
		room: 'stages',
		files: ['*.ts', '!{components,extent}.ts'],
		runs: 'in a browser',
		imports: [...words('drill/onPage.ts recall search sheets/print.ts'), ...common],
		above: ['./{components,extent}.ts', '**/*.astro'],
	},
	{ room: 'stages', files: ['timeWords.ts'], runs: 'anywhere', imports: [], above: ['./**'] },
	{
		room: 'components',
		files: ['{beginPage,theme}.ts'],
		runs: 'in a browser',
		imports: common,
		above: ['./{firstScreenEnd,structuredData}.ts', '**/*.astro'],
	},
	{ room: 'styles', files: ['**'], runs: 'in a browser', imports: ['types of concepts/schema'] },

	// What turns content into files.
	...[
		{ room: 'build', imports: ['components/firstScreenEnd.ts', ...contents] },
		{ room: 'published', imports: ['build', ...contents] },
		{ room: 'twins', imports: words('concepts diagrams ground listings published tasks paths.ts') },
		{ room: 'sheets', imports: words('concepts twins/mdxText.ts') },
		{ room: 'map', imports: words('concepts diagrams paths.ts') },
		{ room: 'diagrams', imports: words('components concepts ground') },
		{ room: 'cards', imports: words('concepts icons styles resultCache.ts') },
		{ room: 'icons', imports: ['styles'] },
		{ room: 'feeds', imports: words('concepts paths.ts') },
	].map((made): Place => ({ ...made, files: ['**'], runs: 'in the build' })),
	{ room: 'sheets', files: ['print.ts'], runs: 'in a browser', imports: [], above: ['./essence.ts'] },
	{ room: 'map', files: ['graph.ts'], runs: 'anywhere', imports: [], above: ['./map.ts'] },
	{ room: 'icons', files: ['ringPath.ts'], runs: 'anywhere', imports: [], above: ['./ring.ts'] },

	// The concept model stands below everything that shows it. Four of its modules read Astro's content collections for the pages.
	{ room: 'concepts', files: ['**'], runs: 'in the build', imports: words('ground paths.ts resultCache.ts') },
	{
		room: 'concepts',
		files: ['**', '!{catalog,learningPaths,loaders,page}.ts'],
		runs: 'in Node',
		imports: words('ground paths.ts'),
	},
	{
		room: 'concepts',
		files: [shared],
		runs: 'anywhere',
		imports: ['ground'],
		above: ['./**', `!./${shared}`, '!./{listing,outline}.ts'],
	},

	// What readers do. Markup is drawn in the build, all else runs in a browser.
	{ room: 'figures', files: [scripts], runs: 'in a browser', imports: common },
	{ room: 'figures', files: ['*/model.ts'], runs: 'anywhere', imports: common },
	{ room: 'figures', files: [markup], runs: 'in the build', imports: [] },
	{ room: 'notation', files: ['**'], runs: 'in a browser', imports: ['preview', ...common] },
	{ room: 'search', files: ['**'], runs: 'in a browser', imports: common },
	{ room: 'search', files: ['{filter,filterAddress,ranking}.ts'], runs: 'anywhere', imports: common },
	{
		room: 'listings',
		files: ['running/**'],
		runs: 'in a browser',
		imports: common,
		above: ['**/{recording,shown}/**'],
	},
	{ room: 'listings', files: ['*.ts'], runs: 'anywhere', imports: [], above: ['./*/**'] },
	{ room: 'listings', files: ['pinned.ts'], runs: 'in Node', imports: [] },
	{
		room: 'listings',
		files: ['recording/**'],
		runs: 'in Node',
		imports: words('concepts ground'),
		above: ['**/shown/**'],
	},
	{
		room: 'listings',
		files: ['shown/**', markup],
		runs: 'in the build',
		imports: words('components concepts ground published paths.ts'),
	},
	{
		room: 'tasks',
		files: ['**'],
		runs: 'in a browser',
		imports: [...words('listings/diff.ts listings/running search/filter*.ts'), ...common],
		above: ['**/recording/**'],
	},
	{
		room: 'tasks',
		files: ['{program,taskFilter,trial}.ts'],
		runs: 'anywhere',
		imports: ['search/filter*.ts', ...common],
		above: ['**/recording/**'],
	},
	{
		room: 'tasks',
		files: ['recording/**'],
		runs: 'in Node',
		imports: words('concepts listings/pinned.ts listings/recording'),
	},
	{ room: 'recall', files: ['**'], runs: 'in a browser', imports: ['icons/ringPath.ts', ...common] },
	...floors.slice(1).map(
		(floor, index): Place => ({
			room: 'recall',
			files: [`${floor}/**`],
			runs: floor === 'schedule' || floor === 'log' ? 'anywhere' : 'in a browser',
			imports: common,
			above: ['../*', ...floors.slice(0, index + 1).map((higher) => `**/${higher}/**`)],
		}),
	),
	// A drill's questions end as prompts to review; nothing else of recall is its business.
	{
		room: 'drill',
		files: ['**'],
		runs: 'in a browser',
		imports: [...words('recall/index.ts tasks/*.ts tasks/views'), ...common],
	},
	{
		room: 'drill',
		files: ['{calibration,clock,followUps,plan,report,scoring,session}.ts'],
		runs: 'anywhere',
		imports: ['tasks/trial.ts', ...common],
	},
	...[
		{ files: ['**'], runs: 'in a browser' as const },
		{ files: ['{calendar,pace,parts,planner}.ts'], runs: 'anywhere' as const },
	].map(
		(place): Place => ({
			...place,
			room: 'preparation',
			imports: [...words('drill recall/index.ts recall/painting.ts recall/views/index.ts'), ...common],
		}),
	),
	...['recall', 'drill', 'preparation'].map(
		(room): Place => ({
			room,
			files: [markup],
			runs: 'in the build',
			imports: [...words('components concepts preview'), ...common],
		}),
	),

	// What they share.
	{
		room: 'offline',
		files: ['**'],
		runs: 'in a browser',
		imports: ['listings/running/{download,frame,packages,runtime}.ts', ...common],
	},
	{ room: 'files', files: ['**'], runs: 'in a browser', imports: common },
	{ room: 'preview', files: ['**'], runs: 'in a browser', imports: common },
	{ room: 'keys', files: ['**'], runs: 'in a browser', imports: common },
	{ room: 'loading', files: ['**'], runs: 'in a browser', imports: words('ground paths.ts') },
	{ room: 'translation', files: ['**'], runs: 'in a browser', imports: [] },
	{ room: 'ground', files: ['**'], runs: 'in a browser', imports: ['paths.ts'] },
	{ room: 'keeping', files: ['**'], runs: 'in a browser', imports: [] },
];

/** Modules that stand beside the rooms, and are imported like one. */
const beside = ['content.config.ts', 'paths.ts', 'resultCache.ts', 'siteConfig.ts'];

/** Whatever an import may name first. */
export const rooms: readonly string[] = [...new Set(places.map(({ room }) => room)), ...beside];
