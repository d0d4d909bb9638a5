import { afterEach, describe, expect, it, vi } from 'vitest';
import { highlight } from '../../../src/published/highlight.ts';

describe('highlighted code', () => {
	afterEach(() => vi.restoreAllMocks());

	it('has its colors however slow the machine is', async () => {
		let now = 0;
		vi.spyOn(Date, 'now').mockImplementation(() => (now += 10_000));
		const line = 'total = sum(1 for word in words if word)  # words';
		expect(await highlight(line, 'python')).toMatch(
			/class="code-keyword">for<.*class="code-keyword">if<.*class="code-comment">#/,
		);
	});
});
