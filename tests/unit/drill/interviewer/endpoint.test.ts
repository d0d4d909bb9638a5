import { expect, it } from 'vitest';
import {
	isLoopback,
	isMixedContent,
	isPrivate,
	readBaseUrl,
	readKey,
} from '../../../../src/drill/interviewer/endpoint.ts';

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

it.each([
	[' sk-abc_DEF.123/+= ', 'sk-abc_DEF.123/+='],
	['', ''],
])('takes the key %j', (text, key) => {
	expect(readKey(text)).toEqual({ ok: true, key });
});

it.each([
	['sk-abc\u200bdef', 'U+200B, at place 7'],
	['“sk-abc”', '“ (U+201C), at place 1'],
	['"sk-abc"', '" (U+0022), at place 1'],
	['sk-abc def', 'U+0020, at place 7'],
	['Bearer sk-abc', 'Leave “Bearer” out'],
])('does not take %j for a key', (text, words) => {
	expect(readKey(text)).toMatchObject({ ok: false, message: expect.stringContaining(words) });
});

it('reads past characters of an address that nobody sees', () => {
	expect(readBaseUrl('\ufeffhttp://localhost:11434/v1\u200b')).toEqual({
		ok: true,
		baseUrl: 'http://localhost:11434/v1',
	});
});
