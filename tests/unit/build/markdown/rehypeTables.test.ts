import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import { rehypeTables } from '../../../../src/build/markdown/rehypeTables.ts';

it('has headers that say what they head, and none without words', () => {
	const tree = fromHtml('<table><tr><th></th><th> </th><th><em>queue</em></th></tr></table>', { fragment: true });
	rehypeTables()(tree);
	expect(toHtml(tree)).toContain('<tr><td></td><td> </td><th scope="col"><em>queue</em></th></tr>');
});
