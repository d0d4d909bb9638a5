import { describe, expect, it } from 'vitest';
import { carryNames, hashedName, withNames } from '../../../../src/build/fonts/assetNames.ts';

describe('hashedName', () => {
	it('replaces the hash of the bundler by that of the content', () => {
		expect(hashedName('page.DE-_9aB1.css', 'a')).toMatch(/^page\.[\da-f]{10}\.css$/);
		expect(hashedName('page.DE-_9aB1.css', 'a')).not.toBe(hashedName('page.DE-_9aB1.css', 'b'));
	});

	it('keeps the dots of the name', () => {
		expect(hashedName('Menu.astro_lang.CLH7sDI-.js', 'a')).toMatch(/^Menu\.astro_lang\.[\da-f]{10}\.js$/);
	});
});

describe('carryNames', () => {
	const files = new Map([
		['page.aaaaaaaa.css', 'url(font.bbbbbbbb.woff2)'],
		['lazy.cccccccc.js', 'import("page.aaaaaaaa.css")'],
		['other.dddddddd.css', 'a{}'],
	]);
	const names = (hash: string) => carryNames(files, new Map([['font.bbbbbbbb.woff2', `font.${hash}.woff2`]]));

	it('renames what mentions a renamed file, directly or through others, and nothing else', () => {
		expect([...names('1111111111').keys()]).toEqual(['font.bbbbbbbb.woff2', 'page.aaaaaaaa.css', 'lazy.cccccccc.js']);
	});

	it('gives other names for other fonts', () => {
		expect(names('1111111111').get('lazy.cccccccc.js')).not.toBe(names('2222222222').get('lazy.cccccccc.js'));
	});

	it('ends when files mention each other', () => {
		const circle = new Map([
			['a.aaaaaaaa.js', 'b.bbbbbbbb.js font.cccccccc.woff2'],
			['b.bbbbbbbb.js', 'a.aaaaaaaa.js'],
		]);
		expect(carryNames(circle, new Map([['font.cccccccc.woff2', 'font.1111111111.woff2']])).size).toBe(3);
	});
});

it('replaces every mention', () => {
	expect(withNames('a.css b.css a.css', new Map([['a.css', 'c.css']]))).toBe('c.css b.css c.css');
});
