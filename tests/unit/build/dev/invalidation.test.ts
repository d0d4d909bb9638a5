/** Three modules in a row, `page` → `reader` → `data`, as a page's are, and a save at each moment of reading them. */
import { createServer, type RunnableDevEnvironment, type ViteDevServer } from 'vite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { invalidateWhatIsUnderWay } from '../../../../src/build/dev/invalidation.ts';

const sources: Record<string, () => string | Promise<string>> = {
	page: () => "export { value } from 'virtual:reader';",
	reader: () => "const { value } = await import('virtual:data');\nexport { value };",
	data: () => loadData(),
};

let saved: string;
let loadData: () => string | Promise<string>;
let server: ViteDevServer;
let environment: RunnableDevEnvironment;

beforeEach(async () => {
	saved = 'before';
	loadData = () => `export const value = '${saved}';`;
	server = await createServer({
		configFile: false,
		logLevel: 'silent',
		appType: 'custom',
		server: { middlewareMode: true, ws: false, watch: null },
		optimizeDeps: { noDiscovery: true },
		plugins: [
			{
				name: 'sources',
				resolveId: (id) => (id.startsWith('virtual:') ? `\0${id}` : undefined),
				load: (id) => sources[id.replace('\0virtual:', '')]?.(),
			},
		],
	});
	invalidateWhatIsUnderWay(server);
	environment = server.environments.ssr as RunnableDevEnvironment;
});

afterEach(() => server.close());

/** What a page shows that is asked for now. */
const show = async (): Promise<string> => (await environment.runner.import<{ value: string }>('virtual:page')).value;

/** As Astro does when content was saved. */
function save(): void {
	saved = 'after';
	const data = environment.moduleGraph.getModuleById('\0virtual:data');
	if (data) environment.moduleGraph.invalidateModule(data, undefined, Date.now(), true);
}

it('shows what was saved', async () => {
	expect(await show()).toBe('before');
	save();
	expect(await show()).toBe('after');
});

it('keeps nothing that was read before the save and handed on after it', async () => {
	const reading = Promise.withResolvers<void>();
	const read = Promise.withResolvers<void>();
	const earlier = loadData;
	loadData = async () => {
		const text = await earlier();
		reading.resolve();
		await read.promise;
		return text;
	};
	const first = show();
	await reading.promise;
	loadData = earlier;
	save();
	const second = show();
	read.resolve();
	await first;
	expect(await second).toBe('after');
	expect(await show()).toBe('after');
});

it('evaluates again what others have had transformed since', async () => {
	expect(await show()).toBe('before');
	save();
	for (const name of Object.keys(sources)) {
		const kept = async () => {
			await environment.transformRequest(`virtual:${name}`);
			return environment.moduleGraph.getModuleById(`\0virtual:${name}`)?.transformResult;
		};
		await expect.poll(kept).toBeTruthy();
	}
	expect(await show()).toBe('after');
});
