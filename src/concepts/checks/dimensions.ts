/** Dimensions: what notation and diagrams measure by them is declared. */
import { namesIn } from '../dimensions.ts';
import { nearest } from '../nearest.ts';
import { type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import type { Place } from '../reading/place.ts';
import type { Check, OwnCheck } from './check.ts';

const kinds = {
	'dimension-unknown': ({ name, nearest }: { name: string; nearest: string | undefined }) => ({
		found: `the dimension ${name}`,
		expected: 'the id of an entry in dimensions, a quotient of two (d/h), or the root of one (√d)',
		mend: rename(nearest, 'Add it to dimensions in the frontmatter, or correct it.'),
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const checkDimensions: OwnCheck = function* (concept) {
	const sizes = concept.frontmatter?.get('dimensions').get('sizes').items ?? [];
	const ids = sizes.flatMap((size) => size.get('id').text ?? []);
	const unknown = (written: string, place: Place): Problem[] => {
		const names = namesIn(written)?.filter((name) => !ids.includes(name)) ?? [written];
		return names.map((name) => problem('dimension-unknown', place, { name, nearest: nearest(name, ids) }));
	};
	for (const size of sizes) {
		const divisor = size.get('dividedBy');
		if (divisor.text !== undefined) yield* unknown(divisor.text, divisor.place);
	}
	for (const symbol of concept.frontmatter?.get('notation').items ?? []) {
		for (const part of symbol.get('dims').items) yield* unknown(String(part.value), part.place);
	}
	for (const name of concept.namesIn('diagrams', '.svg')) {
		const file = concept.pathOf(`diagrams/${name}`);
		for (const [index, line] of (concept.text(`diagrams/${name}`) ?? '').split('\n').entries()) {
			for (const [, parts = ''] of line.matchAll(/data-dim="([^"]*)"/g)) {
				for (const written of parts.split(' ')) yield* unknown(written, { file, line: index + 1 });
			}
		}
	}
};

export const check = { kinds, own: [checkDimensions] } satisfies Check;
