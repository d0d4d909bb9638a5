import { describe, expect, it } from 'vitest';
import { readSiteConfig, reportAddress } from '../../src/siteConfig.ts';

describe('where to report a mistake', () => {
	const title = 'Attention: why √d?';
	const address = 'https://example.org/concepts/attention/#q-why';

	it('gives mail a subject and a first line', () => {
		expect(reportAddress('mailto:me@example.org', title, address)).toBe(
			'mailto:me@example.org?subject=Attention%3A%20why%20%E2%88%9Ad%3F&body=https%3A%2F%2Fexample.org%2Fconcepts%2Fattention%2F%23q-why%0A%0A',
		);
	});

	it('fills the places of a template, and leaves an address without any alone', () => {
		const template = 'https://example.org/issues/new?title={title}&body={address}';
		expect(new URL(reportAddress(template, title, address)).searchParams.get('title')).toBe(title);
		expect(new URL(reportAddress(template, title, address)).searchParams.get('body')).toBe(address);
		expect(reportAddress('https://example.org/contact', title, address)).toBe('https://example.org/contact');
	});

	it('may be left out', () => expect(readSiteConfig({}).report).toBeUndefined());

	it.each([
		['me@example.org', 'REPORT_URL is "me@example.org"; expected mailto:'],
		['javascript:alert(1)', 'REPORT_URL is "javascript:alert(1)"; expected mailto:'],
		['https://example.org/?t={page}', 'REPORT_URL has {page}; expected {title} and {address} alone'],
	])('refuses %s', (value, message) => {
		expect(() => readSiteConfig({ REPORT_URL: value })).toThrow(message);
	});
});
