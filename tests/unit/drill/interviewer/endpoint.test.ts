import { expect, it } from 'vitest';
import { isLoopback, isMixedContent, isPrivate, readBaseUrl } from '../../../../src/drill/interviewer/endpoint.ts';

it.each([
	['http://localhost:11434', 'http://localhost:11434/v1'],
	[' localhost:1234/ ', 'http://localhost:1234/v1'],
	['https://api.example.org/v1/', 'https://api.example.org/v1'],
	['https://api.example.org/api/v1/chat/completions', 'https://api.example.org/api/v1'],
])('reads %j as %s', (text, baseUrl) => {
	expect(readBaseUrl(text)).toEqual({ ok: true, baseUrl });
});

it.each([
	'',
	'http://',
	'ftp://localhost',
	'https://key@example.org/v1',
	'https://example.org/v1?key=sk-1',
	'javascript:alert(1)',
])('refuses %j in words', (text) => {
	const read = readBaseUrl(text);
	expect(read.ok).toBe(false);
	if (!read.ok) expect(read.message).toMatch(/^[A-Z“].*\.$|v1\.$/);
});

it('knows what is near, and what browsers hold back', () => {
	expect(['http://localhost:1/v1', 'http://127.0.0.1/v1', 'http://[::1]:8/v1'].every(isLoopback)).toBe(true);
	expect(
		['http://192.168.0.7/v1', 'http://box.local/v1', 'http://10.1.1.1/v1', 'http://172.20.0.1/v1'].every(isPrivate),
	).toBe(true);
	expect(isPrivate('http://172.32.0.1/v1') || isLoopback('http://localhost.example.org')).toBe(false);
	expect(isMixedContent('https:', 'http://192.168.0.7/v1')).toBe(true);
	expect(isMixedContent('https:', 'http://localhost:11434/v1')).toBe(false);
	expect(isMixedContent('http:', 'http://example.org/v1')).toBe(false);
});
