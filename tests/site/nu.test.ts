/** The Nu Html Checker, which browsers' makers and the W3C use, finds nothing on any page. It runs on Java. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { program } from '../../src/build/bootstrap/debian.mjs';
import { builtSites } from './builtSite.ts';

const java = await program('java', 'default-jre-headless', 'the Nu Html Checker reads the pages');
const checker = 'node_modules/vnu-jar/build/dist/vnu.jar';

interface Finding {
	readonly type: 'error' | 'info' | 'non-document-error';
	readonly url: string;
	readonly lastLine?: number;
	readonly firstColumn?: number;
	readonly message: string;
	readonly extract?: string;
}

/**
 * What it says that is not so: it reads files without a host, of which 'self' is none (tests in a browser see what the policy blocks),
 * and KaTeX's font has the stroke through an equals sign at a private place.
 */
const known = /violates Content Security Policy|uses the Unicode Private Use Area/;

describe.runIf(java)('Nu', () => {
	it.each(builtSites())('finds nothing in $name', { timeout: 600_000 }, async ({ name, files }) => {
		const pages = [...files].filter((file) => file.endsWith('.html')).map((file) => join(name, file));
		const args = ['-Xss8m', '-jar', checker, '--format', 'json', '--stdout', '--exit-zero-always', ...pages];
		const { stdout } = await promisify(execFile)(java ?? '', args, { maxBuffer: 2 ** 28 });
		const { messages }: { messages: Finding[] } = JSON.parse(stdout);
		const found = messages
			.filter(({ message }) => !known.test(message))
			.map(
				({ url, lastLine, firstColumn, message, extract }) =>
					`${url.replace(/^.*?dist\//, '')}:${lastLine}:${firstColumn} ${message} ${extract ?? ''}`,
			);
		expect(found).toEqual([]);
	});
});
