/** Serves a built site with nginx as Debian installs it: its own types, its own defaults, and what a test adds. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { find } from '../../../src/build/bootstrap/debian.mjs';

/** Whether nginx is here with the types that Debian gives it. */
export const nginx = find('nginx');

const types = '/etc/nginx/mime.types';

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	await new Promise((done) => server.close(done));
	if (address === null || typeof address === 'string') throw new Error('expected a port');
	return address.port;
}

/**
 * Starts nginx.
 *
 * @param location Configuration of the place where the site lives; without it, that of Debian's default site.
 */
export async function serveByNginx(
	{ folder, base }: { folder: string; base: string },
	location = `location ${base} { try_files $uri $uri/ =404; }`,
): Promise<{ address: string; close: () => Promise<void> }> {
	if (!nginx) throw new Error('expected nginx to be installed');
	const home = mkdtempSync(join(tmpdir(), 'nginx-'));
	const root = join(home, 'www');
	const target = join(root, base).replace(/\/$/, '');
	mkdirSync(dirname(target), { recursive: true });
	symlinkSync(resolve(folder), target);
	const port = await freePort();
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
		(name) => `${name}_temp_path ${home}/${name};`,
	);
	const configuration = join(home, 'nginx.conf');
	writeFileSync(
		configuration,
		`daemon off; master_process off; pid ${home}/pid; error_log ${home}/error.log;
events {}
http {
	include ${types};
	default_type application/octet-stream;
	sendfile on;
	gzip on;
	access_log off;
	${temporary.join(' ')}
	server {
		listen 127.0.0.1:${port};
		root ${root};
		index index.html;
		${location}
	}
}
`,
	);
	const server = spawn(nginx, ['-c', configuration, '-p', home], { stdio: ['ignore', 'ignore', 'pipe'] });
	let errors = '';
	server.stderr.on('data', (text) => (errors += text));
	const ended = new Promise<void>((done) => server.on('close', () => done()));
	const address = `http://127.0.0.1:${port}${base}`;
	for (const started = Date.now(); ; ) {
		const answered = await fetch(address).catch(() => undefined);
		if (answered?.ok) break;
		if (server.exitCode !== null || Date.now() - started > 10_000) {
			throw new Error(`nginx does not serve ${address}: ${errors || 'no word why'}`);
		}
		await new Promise((done) => setTimeout(done, 50));
	}
	return {
		address,
		close: async () => {
			server.kill();
			await ended;
			rmSync(home, { recursive: true });
		},
	};
}
