import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { zipOf } from '../../../../src/build/takeAlong/zip.ts';

const entries = [
	{ path: 'mimetype', content: 'application/epub+zip', stored: true },
	{ path: 'über/text.txt', content: 'words '.repeat(1000) },
	{ path: 'empty', content: '' },
];

it('begins with its first file as it is, and is the same bytes again', () => {
	const archive = zipOf(entries);
	expect(archive.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
	expect(zipOf(entries).equals(archive)).toBe(true);
	expect(archive.length).toBeLessThan(1000);
});

it.runIf(spawnSync('python3', ['--version']).status === 0)('is unpacked by others', () => {
	const folder = mkdtempSync(join(tmpdir(), 'sixfold-zip-'));
	writeFileSync(join(folder, 'a.zip'), zipOf(entries));
	expect(spawnSync('python3', ['-m', 'zipfile', '-e', 'a.zip', 'out'], { cwd: folder }).status).toBe(0);
	for (const { path, content } of entries) expect(readFileSync(join(folder, 'out', path), 'utf8')).toBe(content);
	rmSync(folder, { recursive: true });
});
