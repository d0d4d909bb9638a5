/** Dates: none in the future, none before what it follows. */
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import type { YamlEntry } from '../reading/yaml.ts';
import { date } from '../schema/text.ts';
import type { Check, OwnCheck } from './check.ts';
import { sharedKinds } from './shared.ts';

const kinds = {
	'date-order': ({
		field,
		date,
		other,
		otherDate,
	}: {
		field: string;
		date: string;
		other: string;
		otherDate: string;
	}) => ({
		found: `${field}: ${date}, before ${other}: ${otherDate}`,
		expected: `${field} on or after ${other}`,
		mend: 'Correct one of the two dates.',
	}),
} satisfies Wordings;

const problem = problemOf({ ...kinds, ...sharedKinds });

const checkDates: OwnCheck = function* ({ frontmatter }, { today }) {
	if (!frontmatter) return;
	const published = frontmatter.get('published');
	const checked = frontmatter.get('checked');
	const changes = frontmatter.get('changes').items.map((change) => change.get('date'));
	yield* notAfter(today, 'published', published);
	yield* notAfter(today, 'checked', checked);
	for (const change of changes) yield* notAfter(today, 'date', change);

	yield* notBefore('checked', checked, 'published', published);
	for (const [index, change] of changes.entries()) {
		yield* notBefore('date', change, 'published', published);
		const newer = changes[index - 1];
		if (newer) yield* notBefore('the newer change', newer, 'the older one', change);
	}
};

function written(entry: YamlEntry): string | undefined {
	return date.safeParse(entry.text).success ? entry.text : undefined;
}

function* notAfter(today: string, field: string, entry: YamlEntry): Generator<Problem> {
	const day = written(entry);
	if (day && day > today) yield problem('date-future', entry.place, { field, date: day, today });
}

function* notBefore(field: string, entry: YamlEntry, other: string, otherEntry: YamlEntry): Generator<Problem> {
	const [day, otherDay] = [written(entry), written(otherEntry)];
	if (day && otherDay && day < otherDay) {
		yield problem('date-order', entry.place, { field, date: day, other, otherDate: otherDay });
	}
}

export const check = { kinds, own: [checkDates] } satisfies Check;
