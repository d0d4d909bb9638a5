import { expect, it } from 'vitest';
import { dotSettings, graphSetting } from '../../../../src/concepts/reading/dot.ts';

const told = (source: string) =>
	dotSettings(source).map(({ line, owner, name, value }) => `${line} ${owner} ${name}=${value}`);

it('knows whose a setting is, and where it stands', () => {
	expect(
		told(`digraph g { // class=comment
	title="two
lines" ; graph [rankdir=LR]
	node [class="f-wash t-strong"] edge [dir=none]
	/* label=no */ a [label="x -> y [class=z]", note=7] b
	a -> b [label="edge"] a:n -> b:s:e [weight=2]
	{ a b } -> { c } [class=dash]
	subgraph cluster_x { label="inner" c [shape=box] { rank=same a } }
	desc="last"
}`),
	).toEqual([
		'2 graph title=two\nlines',
		'3 graph rankdir=LR',
		'4 node class=f-wash t-strong',
		'4 edge dir=none',
		'5 node label=x -> y [class=z]',
		'5 node note=7',
		'6 edge label=edge',
		'6 edge weight=2',
		'7 edge class=dash',
		'8 subgraph label=inner',
		'8 node shape=box',
		'8 subgraph rank=same',
		'9 graph desc=last',
	]);
});

it('reads quotes as Graphviz does, and tells HTML', () => {
	const settings = dotSettings('graph {\ntitle="a \\"b\\" \\\nc"\na [label=<<b>x</b>>]\n}');
	expect(graphSetting(settings, 'title')).toBe('a "b" c');
	expect(settings[1]).toEqual({ owner: 'node', name: 'label', value: '<b>x</b>', isHtml: true, line: 4 });
});

it('ends, whatever it is given', () => {
	for (const source of ['', '{', ']', '"', 'a [b="c', 'x = <<', '= = =', '/* a', '}}}{{[']) {
		expect(() => dotSettings(source)).not.toThrow();
	}
	expect(told('graph { a [class="f-wash]')).toEqual([]);
});
