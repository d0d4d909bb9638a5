import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../../../src/build/bootstrap/server.mjs';

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'site-'));
	writeFileSync(join(folder, 'index.html'), 'home');
	writeFileSync(join(folder, '404.html'), 'not here');
	mkdirSync(join(folder, 'about'));
	writeFileSync(join(folder, 'about', 'index.html'), 'about');
});

afterAll(() => rmSync(folder, { recursive: true }));

async function get(address: string): Promise<[status: number, body: string]> {
	const response = await fetch(address);
	return [response.status, (await response.text()).trim()];
}

describe('serve', () => {
	it('takes the next port when the one asked for is busy, and says so', async () => {
		const first = await serve({ folder, base: '/' }, 0);
		const busy: number[] = [];
		const second = await serve({ folder, base: '/' }, first.port, (port) => busy.push(port));
		expect(busy[0]).toBe(first.port);
		expect(second.port).toBe(first.port + busy.length);
		expect(await get(second.address)).toEqual([200, 'home']);
		await Promise.all([first.close(), second.close()]);
	});

	it.each([
		['', 200, 'home'],
		['about', 200, 'about'],
		['about/', 200, 'about'],
		['nothing', 404, 'not here'],
	])('answers "%s" under a base path', async (path, status, body) => {
		const { address, close } = await serve({ folder, base: '/sixfold/' }, 0);
		expect(await get(address + path)).toEqual([status, body]);
		await close();
	});

	it('leads from the root of the host to the base path, and serves nothing else outside it', async () => {
		const { address, close } = await serve({ folder, base: '/sixfold/' }, 0);
		expect(await get(new URL('/', address).href)).toEqual([200, 'home']);
		expect(await get(new URL('/sixfold', address).href)).toEqual([200, 'home']);
		expect(await get(new URL('/about/', address).href)).toEqual([404, 'not here']);
		await close();
	});

	it('sends what the build compressed to browsers that ask for it, under the type of the file', async () => {
		writeFileSync(join(folder, 'about', 'index.html.br'), brotliCompressSync('about'));
		writeFileSync(join(folder, 'about', 'index.html.gz'), gzipSync('about'));
		const { address, close } = await serve({ folder, base: '/' }, 0);
		const headersFor = async (encodings: string) => {
			const { headers } = await fetch(`${address}about/`, { headers: { 'Accept-Encoding': encodings } });
			return ['Content-Encoding', 'Content-Type', 'Vary'].map((name) => headers.get(name));
		};
		const html = 'text/html;charset=utf-8';
		expect(await headersFor('gzip, deflate, br')).toEqual(['br', html, 'Accept-Encoding']);
		expect(await headersFor('gzip')).toEqual(['gzip', html, 'Accept-Encoding']);
		expect(await headersFor('identity')).toEqual([null, html, 'Accept-Encoding']);
		expect(await get(`${address}about/`)).toEqual([200, 'about']);
		await close();
	});

	it('ends with requests still open', async () => {
		const { address, close } = await serve({ folder, base: '/' }, 0);
		await get(address);
		await close();
		await expect(fetch(address)).rejects.toThrow();
	});
});
