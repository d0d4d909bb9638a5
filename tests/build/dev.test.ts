/** `npm run dev`, as an author meets it: a page that follows the files, and problems that come and go. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { miniSite, project, surround } from './miniSite.ts';

const ends: (() => void)[] = [];
afterEach(() => {
	for (const end of ends.splice(0).reverse()) end();
});

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((listening) => server.listen(0, listening));
	const { port } = server.address() as AddressInfo;
	await new Promise((closed) => server.close(closed));
	return port;
}

/** Starts the server on a mini-site. */
async function develop(root: string): Promise<{ readonly address: string; readonly output: () => string }> {
	const server = spawn(
		process.execPath,
		[join(project, 'node_modules/astro/bin/astro.mjs'), 'dev', '--port', String(await freePort())],
		{
			cwd: root,
			// Under Vitest, Astro's server answers nothing.
			env: { ...process.env, VITEST: undefined, NODE_ENV: undefined },
		},
	);
	ends.push(() => server.kill());
	let output = '';
	server.stdout.on('data', (text) => (output += text));
	server.stderr.on('data', (text) => (output += text));
	await expect.poll(() => output, { timeout: 60_000 }).toContain('watching for file changes');
	return { address: /Local\s+(\S+)/.exec(output)?.[1] ?? '', output: () => output };
}

/** What an open page is told: the messages of Vite's socket. */
async function listen(address: string): Promise<{ readonly messages: string[] }> {
	const client = await (await fetch(new URL('/@vite/client', address))).text();
	const token = /wsToken = "([^"]+)"/.exec(client)?.[1];
	const socket = new WebSocket(`${address.replace(/^http/, 'ws')}?token=${token}`, 'vite-hmr');
	ends.push(() => socket.close());
	const messages: string[] = [];
	socket.addEventListener('message', ({ data }) => messages.push(String(data)));
	await new Promise((open) => socket.addEventListener('open', open, { once: true }));
	return { messages };
}

it('shows a concept, follows what is written, and tells problems as they come and go, in page and terminal', async () => {
	const site = miniSite();
	ends.push(site.remove);
	surround(site.root);
	const { address, output } = await develop(site.root);
	const page = async () => {
		const response = await fetch(new URL('/concepts/running-mean/', address));
		return `${response.status} ${await response.text()}`;
	};
	const first = await page();
	expect(first).toMatch(/^200 /);
	expect(first).toContain('data-s="0"');

	const path = join(site.root, 'content/concepts/running-mean/index.mdx');
	const right = readFileSync(path, 'utf8');
	writeFileSync(path, right.replace('Each value pulls it', 'Each newcomer pulls it'));
	await expect.poll(page, { timeout: 20_000 }).toContain('Each newcomer pulls it');

	const { messages } = await listen(address);
	const told = () => messages.join('\n');
	writeFileSync(path, right.replace('## Intuition', '## Intuiton'));
	await expect.poll(output, { timeout: 20_000 }).toContain('Write ## Intuition.\n\n1 problem in 1 file.');
	const line = right.split('\n').indexOf('## Intuition') + 1;
	expect(output()).toContain(`${line}:1  stage-misspelt`);
	await expect.poll(told).toContain(`"line":${line}`);

	messages.length = 0;
	writeFileSync(path, right);
	await expect.poll(output, { timeout: 20_000 }).toContain('No problems any more.');
	await expect.poll(told).toContain('full-reload');
	expect(told()).not.toContain('stage-misspelt');
	expect(await page()).toContain('Each value pulls it');
});
