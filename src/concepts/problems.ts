/**
 * The catalogue of everything that can be wrong with content. Each kind says what was found, what was expected and how to
 * mend it; where it stands is the check's to say.
 */
import type { Place } from './reading/place.ts';

/** One thing to mend. */
export interface Problem extends Place {
	readonly code: ProblemCode;
	readonly found: string;
	readonly expected: string;
	/** What to do, as a sentence. */
	readonly mend: string;
}

interface Wording {
	readonly found: string;
	readonly expected: string;
	readonly mend: string;
}

const count = (number: number, noun: string, plural = `${noun}s`): string =>
	`${number} ${number === 1 ? noun : plural}`;

/** `a, b or c`. */
export function anyOf(words: Iterable<string>): string {
	const list = [...new Set(words)];
	return list.length < 2 ? (list[0] ?? 'nothing') : `${list.slice(0, -1).join(', ')} or ${list.at(-1)}`;
}

/** The usual way to mend a misspelt name. */
const rename = (nearest: string | undefined, otherwise: string): string =>
	nearest === undefined ? otherwise : `Write ${nearest}.`;

export const catalogue = {
	// Files and syntax
	'file-missing': ({ file }: { file: string }) => ({
		found: `no ${file}`,
		expected: 'each concept to have index.mdx, questions.yaml and prompts.yaml, and content to have categories.yaml',
		mend: `Add ${file}.`,
	}),
	'file-unknown': ({ file }: { file: string }) => ({
		found: `the file ${file}`,
		expected:
			'only index.mdx, questions.yaml, prompts.yaml, diagrams/<name>.svg (and .phone.svg) or .dot, listings/<name>.py (and its .out, .run.json, .breaks.yaml and the .<id>.out of each break)',
		mend: 'Move it out of the folder, or give it the name of what it is.',
	}),
	'yaml-syntax': ({ message }: { message: string }) => ({
		found: `text that is not YAML: ${message}`,
		expected: 'YAML that parses',
		mend: 'Mend the line; quote text that holds ": " or "#" or begins with a special character, or write it as a block after "|".',
	}),
	'mdx-syntax': ({ message }: { message: string }) => ({
		found: `text that is not MDX: ${message}`,
		expected: 'MDX that parses',
		mend: 'Close what is open; write a brace or a less-than sign in prose as code, in math or with a backslash.',
	}),
	'frontmatter-missing': () => ({
		found: 'no frontmatter',
		expected: 'the file to open with YAML between two lines of three hyphens',
		mend: 'Put the frontmatter at the top of the file.',
	}),

	// Fields
	'field-unknown': ({ field, nearest, known }: { field: string; nearest: string | undefined; known: string[] }) => ({
		found: `the field ${field}`,
		expected: anyOf(known),
		mend: rename(nearest, 'Remove it.'),
	}),
	'field-missing': ({ field, expectation }: { field: string; expectation: string }) => ({
		found: `no ${field}`,
		expected: expectation,
		mend: `Add ${field}.`,
	}),
	'field-wrong': ({
		field,
		value,
		expectation,
		nearest,
	}: {
		field: string;
		value: string;
		expectation: string;
		nearest: string | undefined;
	}) => ({
		found: `${field}: ${value}`,
		expected: expectation,
		mend: rename(nearest, `Correct ${field}.`),
	}),
	'field-doubled': ({ field, value }: { field: string; value: string }) => ({
		found: `${value} twice in ${field}`,
		expected: 'each of them once',
		mend: 'Remove one.',
	}),
	'list-short': ({ field, entries, least }: { field: string; entries: number; least: number }) => ({
		found: `${field} with ${count(entries, 'entry', 'entries')}`,
		expected: `${least} or more`,
		mend: `Add to ${field}.`,
	}),
	'date-future': ({ field, date, today }: { field: string; date: string; today: string }) => ({
		found: `${field}: ${date}`,
		expected: `a date no later than today, ${today}`,
		mend: 'Write the day on which it was done.',
	}),
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
	'one-breath-length': ({ words }: { words: number }) => ({
		found: `oneBreath of ${count(words, 'word')}`,
		expected: '40 to 75 words',
		mend: words < 40 ? 'Say what is missing.' : 'Shorten it to what can be said in 30 seconds.',
	}),
	'one-breath-lines': ({ lines, unfinished }: { lines: number; unfinished: boolean }) => ({
		found: unfinished ? 'a line of oneBreath that does not end a sentence' : `oneBreath of ${count(lines, 'line')}`,
		expected: 'three sentences, one a line',
		mend: 'Write oneBreath as a block after "|", with one whole sentence on each of three lines.',
	}),

	// The catalog
	'slug-malformed': ({ slug }: { slug: string }) => ({
		found: `the folder ${slug}`,
		expected: 'lower-case words and digits joined by single hyphens',
		mend: 'Rename the folder.',
	}),
	'slug-unlisted': ({ slug, nearest }: { slug: string; nearest: string | undefined }) => ({
		found: `the concept ${slug}, which content/categories.yaml does not list`,
		expected: 'each concept folder to be listed by one category',
		mend: nearest
			? `Rename the folder to ${nearest}, or add ${slug} to a category in content/categories.yaml.`
			: `Add ${slug} to a category in content/categories.yaml.`,
	}),
	'slug-doubled': ({ slug, category }: { slug: string; category: string }) => ({
		found: `${slug} a second time; ${category} lists it already`,
		expected: 'each slug once in the catalog',
		mend: 'Remove one of the two.',
	}),
	'category-doubled': ({ id }: { id: string }) => ({
		found: `a second category ${id}`,
		expected: 'each category once',
		mend: 'Rename or merge one of the two.',
	}),
	'category-unknown': ({
		category,
		nearest,
		known,
	}: {
		category: string;
		nearest: string | undefined;
		known: string[];
	}) => ({
		found: `category: ${category}`,
		expected: anyOf(known),
		mend: rename(nearest, 'Name a category of content/categories.yaml, or add this one there.'),
	}),
	'category-mismatch': ({ slug, category, listing }: { slug: string; category: string; listing: string }) => ({
		found: `category: ${category}, but content/categories.yaml lists ${slug} under ${listing}`,
		expected: `category: ${listing}`,
		mend: `Write ${listing}, or move the slug in content/categories.yaml.`,
	}),
	'concept-unknown': ({ field, slug, nearest }: { field: string; slug: string; nearest: string | undefined }) => ({
		found: `${slug} in ${field}`,
		expected: 'a slug that content/categories.yaml lists, published or planned',
		mend: rename(nearest, 'Correct the slug, or add it to a category as planned.'),
	}),
	'concept-itself': ({ field }: { field: string }) => ({
		found: `the concept itself in ${field}`,
		expected: 'other concepts',
		mend: 'Remove it.',
	}),
	'prerequisites-cycle': ({ cycle }: { cycle: string[] }) => ({
		found: `a cycle of prerequisites: ${[...cycle, cycle[0]].join(' → ')}`,
		expected: 'an order in which the concepts can be read',
		mend: 'Remove the weakest of these prerequisites, or make it related.',
	}),
	'former-slug-taken': ({ slug }: { slug: string }) => ({
		found: `${slug} in formerSlugs`,
		expected: 'a slug that no other page has or had',
		mend: 'Remove it; the address is taken.',
	}),

	// Ids and their register
	'id-doubled': ({ id, kind, line }: { id: string; kind: string; line: number }) => ({
		found: `the ${kind} id ${id}, which stands on line ${line} already`,
		expected: 'each id once in a concept',
		mend: 'Give the newer of the two another id.',
	}),
	'id-vanished': ({
		slug,
		id,
		kind,
		nearest,
	}: {
		slug: string;
		id: string;
		kind: string;
		nearest: string | undefined;
	}) => ({
		found: `the ${kind} ${slug}/${id} in the register, but no longer in the content`,
		expected: 'an id to stay for good, because readers have a history under it',
		mend: nearest
			? `Write ${id} again where it now says ${nearest}, or run npm run check -- --retire ${slug}/${id}.`
			: `Bring it back, or run npm run check -- --retire ${slug}/${id}.`,
	}),
	'slug-vanished': ({ slug }: { slug: string }) => ({
		found: `the concept ${slug} in the register, but no folder of that name`,
		expected: 'a slug to stay for good, because its address is permanent',
		mend: `Bring it back, name it in formerSlugs of the concept that takes its place, or run npm run check -- --retire ${slug}.`,
	}),
	'id-changed': ({ slug, id, kind, revision }: { slug: string; id: string; kind: string; revision: number }) => ({
		found: `a new text for the ${kind} ${id}, still at revision ${revision}`,
		expected: 'the text that the register knows, or a decision',
		mend: `If it means something else now, ${
			kind === 'break'
				? 'give it another id'
				: `raise the revision${kind === 'prompt' || kind === 'question' ? '' : ' of its question'}`
		} and run npm run check -- --record; if not, run npm run check -- --same-meaning ${slug}/${id}.`,
	}),
	'id-retired': ({ id }: { id: string }) => ({
		found: `the id ${id}, which was retired`,
		expected: 'an id that was never used in this concept',
		mend: 'Choose another id; readers may have a history under this one.',
	}),
	'revision-lowered': ({ id, revision, recorded }: { id: string; revision: number; recorded: number }) => ({
		found: `revision ${revision} of ${id}, which the register knows at revision ${recorded}`,
		expected: `revision ${recorded} or a higher one`,
		mend: `Write revision: ${recorded}, or a higher one where the meaning changed.`,
	}),
	'register-behind': ({ ids }: { ids: number }) => ({
		found: `${count(ids, 'id')} that content/ids.yaml does not have in this revision`,
		expected: 'the register to hold every permanent id',
		mend: 'When they are final, run npm run check -- --record.',
	}),

	// Stages and headings
	'stage-missing': ({ title }: { title: string }) => ({
		found: `no ## ${title}`,
		expected: 'the four written stages, each once',
		mend: `Add ## ${title} in its place.`,
	}),
	'stage-misspelt': ({ written, title }: { written: string; title: string }) => ({
		found: `## ${written}`,
		expected: `## ${title}`,
		mend: `Write ## ${title}.`,
	}),
	'stage-unknown': ({ written, titles }: { written: string; titles: string[] }) => ({
		found: `## ${written}`,
		expected: `as second-level headings only ${titles.join(', ')}`,
		mend: 'Make it a third-level heading with an id.',
	}),
	'stage-doubled': ({ title }: { title: string }) => ({
		found: `## ${title} a second time`,
		expected: 'each stage once',
		mend: 'Merge the two.',
	}),
	'stage-order': ({ title, after }: { title: string; after: string }) => ({
		found: `## ${title} after ## ${after}`,
		expected: `## ${title} before ## ${after}`,
		mend: 'Put the stages in their order.',
	}),
	'stage-empty': ({ title }: { title: string }) => ({
		found: `nothing under ## ${title}`,
		expected: 'the stage to be written',
		mend: 'Write it.',
	}),
	'text-before-stages': ({ first }: { first: string }) => ({
		found: `text before ## ${first}`,
		expected: `the body to begin with ## ${first}`,
		mend: 'Move it into a stage.',
	}),
	'heading-without-id': ({ title, suggestion }: { title: string; suggestion: string }) => ({
		found: `### ${title}`,
		expected: 'a permanent id behind the title: ### Title [#id]',
		mend: `Write ### ${title} [#${suggestion}], or a shorter id.`,
	}),
	'heading-id-malformed': ({ id }: { id: string }) => ({
		found: `the heading id ${id}`,
		expected: 'lower-case words and digits joined by single hyphens',
		mend: 'Correct the id.',
	}),
	'heading-id-taken': ({ id }: { id: string }) => ({
		found: `the heading id ${id}`,
		expected: 'an id that the page itself does not use',
		mend: 'Choose another id.',
	}),
	'heading-skipped': ({ level, above }: { level: number; above: number }) => ({
		found: `a heading of level ${level} under one of level ${above}`,
		expected: `level ${above + 1}`,
		mend: `Write ${'#'.repeat(above + 1)}.`,
	}),
	'heading-first-level': () => ({
		found: 'a first-level heading',
		expected: "none: the page makes it from the concept's title",
		mend: 'Remove it, or make it ###.',
	}),
	'heading-in-text': ({ title }: { title: string }) => ({
		found: `the heading “${title}” in a text field`,
		expected: 'headings in index.mdx only',
		mend: 'Write it as a bold lead-in, or escape the number sign.',
	}),

	// Text
	'formula-broken': ({ latex, message }: { latex: string; message: string }) => ({
		found: `the formula ${latex}, which KaTeX cannot read: ${message}`,
		expected: 'LaTeX that KaTeX knows',
		mend: 'Correct the formula.',
	}),
	'formula-strict': ({ latex, message }: { latex: string; message: string }) => ({
		found: `the formula ${latex}: ${message}`,
		expected: 'LaTeX without warnings in strict mode',
		mend: 'Write it as LaTeX does: a command instead of the character, \\text{…} for words, aligned for lines.',
	}),
	'link-broken': ({ url, nearest }: { url: string; nearest: string | undefined }) => ({
		found: `a link to ${url}`,
		expected: 'an address that leads to a page of this site',
		mend: rename(nearest, 'Correct the address, or leave the link out until there is such a page.'),
	}),
	'link-planned': ({ url, slug }: { url: string; slug: string }) => ({
		found: `a link to ${url}`,
		expected: `a published concept; ${slug} is only planned`,
		mend: 'Leave the link out until the concept is published.',
	}),
	'link-relative': ({ url }: { url: string }) => ({
		found: `a link to ${url}`,
		expected: 'an address that begins with /, # or https://',
		mend: 'Write it from the root of the site: /concepts/<slug>/#anchor.',
	}),
	'anchor-broken': ({ anchor, page, nearest }: { anchor: string; page: string; nearest: string | undefined }) => ({
		found: `the anchor #${anchor}`,
		expected: `an anchor of ${page}`,
		mend: rename(nearest && `#${nearest}`, 'Correct the anchor, or give the section this id.'),
	}),
	'see-broken': ({ anchor, nearest }: { anchor: string; nearest: string | undefined }) => ({
		found: `see: ${anchor}`,
		expected: 'the id of a stage or of a third-level heading of this page, without #',
		mend: rename(nearest && `see: ${nearest}`, 'Name the section that teaches it.'),
	}),
	'image-without-alt': ({ url }: { url: string }) => ({
		found: `the image ${url} without alternative text`,
		expected: 'what it shows, in words',
		mend: 'Write it between the square brackets: ![what it shows](address).',
	}),
	'image-in-text': ({ url }: { url: string }) => ({
		found: `the image ${url}`,
		expected: 'pictures as diagrams, which suit both themes',
		mend: 'Draw it as diagrams/<name>.svg or write it as diagrams/<name>.dot, and show it by <Diagram name="…">.',
	}),
	'html-in-text': ({ html }: { html: string }) => ({
		found: `HTML: ${html}`,
		expected: 'Markdown',
		mend: 'Write it as Markdown, or as code between backticks.',
	}),
	'code-in-prose': ({ code, what }: { code: string; what: string }) => ({
		found: `${what}: ${code}`,
		expected: 'Markdown and the listed components',
		mend: 'Remove it; write a brace in prose as \\{ or between backticks.',
	}),

	// Components
	'component-unknown': ({ name, nearest, known }: { name: string; nearest: string | undefined; known: string[] }) => ({
		found: `<${name}>`,
		expected: anyOf(known),
		mend: rename(nearest && `<${nearest}>`, 'Write it in Markdown, or with one of these components.'),
	}),
	'attribute-unknown': ({
		component,
		attribute,
		nearest,
		known,
	}: {
		component: string;
		attribute: string;
		nearest: string | undefined;
		known: string[];
	}) => ({
		found: `${attribute} on <${component}>`,
		expected: known.length > 0 ? anyOf(known) : 'no attributes',
		mend: rename(nearest, 'Remove it.'),
	}),
	'attribute-missing': ({ component, attribute }: { component: string; attribute: string }) => ({
		found: `<${component}> without ${attribute}`,
		expected: `<${component} ${attribute}="…">`,
		mend: `Add ${attribute}.`,
	}),
	'attribute-wrong': ({
		component,
		attribute,
		value,
		expectation,
		nearest,
	}: {
		component: string;
		attribute: string;
		value: string | undefined;
		expectation: string;
		nearest: string | undefined;
	}) => ({
		found: `${attribute}${value === undefined ? '' : `="${value}"`} on <${component}>`,
		expected: expectation,
		mend: rename(nearest && `${attribute}="${nearest}"`, `Correct ${attribute}.`),
	}),
	'component-empty': ({ name, content }: { name: string; content: string }) => ({
		found: `<${name}> without ${content}`,
		expected: `${content} between <${name}> and </${name}>`,
		mend: 'Write it; a block needs an empty line after the opening and before the closing tag.',
	}),
	'formula-count': ({ name, formulas }: { name: string; formulas: number }) => ({
		found: `<${name}> with ${count(formulas, 'display formula')}`,
		expected: 'exactly one',
		mend:
			formulas === 0
				? 'Put $$ on a line of its own before and after the formula, with empty lines around.'
				: `Give each formula its own <${name}>.`,
	}),
	'figure-doubled': ({ name, line }: { name: string; line: number }) => ({
		found: `<Figure name="${name}">, which stands on line ${line} already`,
		expected: 'each figure once on a page',
		mend: `Keep one of the two, and link to it by [the figure](#figure-${name}).`,
	}),
	'side-note-long': ({ words, most }: { words: number; most: number }) => ({
		found: `a side note of ${count(words, 'word')}`,
		expected: `at most ${most}`,
		mend: 'Shorten it, or move it into the text.',
	}),
	'side-notes-many': ({ notes, most }: { notes: number; most: number }) => ({
		found: `side note number ${notes}`,
		expected: `at most ${most} on a page`,
		mend: 'Leave out the weakest, or move it into the text.',
	}),
	'remember-count': ({ equations }: { equations: number }) => ({
		found: equations === 0 ? 'no equation to remember' : 'a second equation to remember',
		expected: 'exactly one <Equation id="…" remember>',
		mend: equations === 0 ? 'Mark the one equation to remember, in stage 3.' : 'Leave out remember on all but one.',
	}),
	'remember-place': ({ title }: { title: string }) => ({
		found: 'the equation to remember in another stage',
		expected: `it under ## ${title}`,
		mend: 'Move it there.',
	}),
	'table-missing': ({ title }: { title: string }) => ({
		found: `no table under ## ${title}`,
		expected: 'the costs of each operation as a table',
		mend: 'Add a table of complexities.',
	}),
	'notation-missing': () => ({
		found: 'no notation',
		expected: "the page's symbols: latex, meaning, shape or domain, code, aloud",
		mend: 'Add notation to the frontmatter.',
	}),
	'dimension-unknown': ({ name, nearest }: { name: string; nearest: string | undefined }) => ({
		found: `the dimension ${name}`,
		expected: 'the id of an entry in dimensions, a quotient of two (d/h), or the root of one (√d)',
		mend: rename(nearest, 'Add it to dimensions in the frontmatter, or correct it.'),
	}),
	'symbol-undeclared': ({ latex }: { latex: string }) => ({
		found: `the letter ${latex} in a display formula`,
		expected: 'letters that notation explains, so that the reader can point at them',
		mend: 'Declare it in notation, as an entry or as another form (also) of one, or reword the formula.',
	}),
	'symbol-unused': ({ latex }: { latex: string }) => ({
		found: `the symbol ${latex} in notation`,
		expected: 'symbols that stand in a formula of the page, written in the same way',
		mend: 'Use it, write it as the formulas do, or remove it.',
	}),

	// Listings
	'listing-missing': ({ file, nearest }: { file: string; nearest: string | undefined }) => ({
		found: `<Listing file="${file}">, but no listings/${file}`,
		expected: 'a file of the folder listings',
		mend: rename(nearest && `file="${nearest}"`, 'Add the file, or correct its name.'),
	}),
	'listing-unshown': ({ file }: { file: string }) => ({
		found: `listings/${file}, which the page never shows`,
		expected: 'every listing to be shown',
		mend: `Add <Listing file="${file}" />, or remove the file.`,
	}),
	'output-unshown': ({ file }: { file: string }) => ({
		found: `listings/${file}, shown only in parts that stop before its end`,
		expected: 'the whole listing or its last part to be shown, with the output beneath it',
		mend: `Add <Listing file="${file}" />, or a region that runs to the end.`,
	}),
	'listing-unrecorded': ({ slug, file, missing }: { slug: string; file: string; missing: string }) => ({
		found: `listings/${file} without ${missing}`,
		expected: 'the recorded output of every listing',
		mend: `Run npm run listings -- ${slug}.`,
	}),
	'listing-stale': ({ slug, file }: { slug: string; file: string }) => ({
		found: `listings/${file}, changed since its output was recorded`,
		expected: 'the output of the listing as it stands',
		mend: `Run npm run listings -- ${slug}.`,
	}),
	'listing-long': ({ lines, most }: { lines: number; most: number }) => ({
		found: `a listing of ${count(lines, 'line')}`,
		expected: `at most ${most}`,
		mend: 'Shorten it, or split it in two.',
	}),
	'listing-wide': ({ width, most }: { width: number; most: number }) => ({
		found: `a line of ${count(width, 'character')}`,
		expected: `at most ${most}`,
		mend: 'Break the line.',
	}),
	'listings-few': ({ listings }: { listings: number }) => ({
		found: count(listings, 'listing'),
		expected: 'two or more: from scratch, and as people really write it',
		mend: 'Add a listing.',
	}),
	'listings-need-packages': () => ({
		found: 'no listing that runs with the standard library alone',
		expected: 'at least one',
		mend: 'Write the idea once from scratch.',
	}),
	'listings-without-library': () => ({
		found: 'no listing that imports NumPy, PyTorch or scikit-learn',
		expected: 'at least one against the real library',
		mend: 'Add a listing that checks the idea against the library that people use.',
	}),
	'breaks-few': ({ breaks, least }: { breaks: number; least: number }) => ({
		found: count(breaks, 'break'),
		expected: `${least} or more`,
		mend: 'Name small changes and what they do in listings/<name>.breaks.yaml: id, title, find, replace, expect.',
	}),
	'break-misses': ({ file, matches }: { file: string; matches: number }) => ({
		found: `find that occurs ${matches === 0 ? 'nowhere' : count(matches, 'time')} in listings/${file}`,
		expected: 'code that occurs exactly once',
		mend: matches === 0 ? 'Copy it from the listing, spaces included.' : 'Add what stands before or after it.',
	}),
	'break-unrecorded': ({ slug, file, id }: { slug: string; file: string; id: string }) => ({
		found: `the break ${id} of listings/${file} without its output`,
		expected: 'the recorded output of every break',
		mend: `Run npm run listings -- ${slug}.`,
	}),
	'break-stale': ({ slug, file, id }: { slug: string; file: string; id: string }) => ({
		found: `the break ${id} or listings/${file}, changed since its output was recorded`,
		expected: 'the output of the change as it stands',
		mend: `Run npm run listings -- ${slug}.`,
	}),
	'break-idle': ({ file }: { file: string }) => ({
		found: `a change after which listings/${file} prints the same`,
		expected: 'a change that shows in the output',
		mend: 'Choose another one, or let the listing print what it changes.',
	}),
	'region-missing': ({ file, region, nearest }: { file: string; region: string; nearest: string | undefined }) => ({
		found: `the region ${region} of ${file}`,
		expected: `lines between # region: ${region} and # endregion`,
		mend: rename(nearest && `region="${nearest}"`, 'Mark the region in the listing, or correct its name.'),
	}),
	'region-open': ({ region }: { region: string }) => ({
		found: `the region ${region}, which is never closed`,
		expected: '# endregion after its last line',
		mend: 'Add # endregion.',
	}),
	'region-doubled': ({ region }: { region: string }) => ({
		found: `a second region ${region}`,
		expected: 'each region of a listing once',
		mend: 'Rename one of the two.',
	}),
	'highlight-outside': ({ lines, first, last }: { lines: string; first: number; last: number }) => ({
		found: `highlight="${lines}"`,
		expected: `lines of the whole file, here from ${first} to ${last}`,
		mend: 'Correct the line numbers.',
	}),

	// Diagrams
	'diagram-missing': ({ name, nearest }: { name: string; nearest: string | undefined }) => ({
		found: `<Diagram name="${name}">, but neither diagrams/${name}.svg nor ${name}.dot`,
		expected: 'a file of the folder diagrams',
		mend: rename(nearest && `name="${nearest}"`, 'Add the file, or correct its name.'),
	}),
	'diagram-unshown': ({ file }: { file: string }) => ({
		found: `diagrams/${file}, which the page never shows`,
		expected: 'every diagram to be shown',
		mend: 'Show it by <Diagram name="…">, or remove the file.',
	}),
	'diagram-broken': ({ message }: { message: string }) => ({
		found: `a picture that is not XML: ${message}`,
		expected: 'well-formed SVG',
		mend: 'Close every element, quote every attribute, and write & as &amp;.',
	}),
	'diagram-size': ({ viewBox, expectation }: { viewBox: string | undefined; expectation: string }) => ({
		found: viewBox === undefined ? 'an <svg> without viewBox' : `viewBox="${viewBox}"`,
		expected: expectation,
		mend: 'Correct the viewBox; one unit is one CSS pixel at full size.',
	}),
	'diagram-without-text': ({ element }: { element: string }) => ({
		found: `a diagram without <${element}>`,
		expected: '<title> and <desc> as the first children of <svg>: what it is called, and all that it shows',
		mend: `Add <${element}>.`,
	}),
	'diagram-without-phone': ({ name, width }: { name: string; width: number }) => ({
		found: `a diagram ${width} wide, without diagrams/${name}.phone.svg`,
		expected: 'a layout 340 wide for phones beside every wider diagram',
		mend: `Draw ${name}.phone.svg.`,
	}),
	'diagram-styled': ({ what }: { what: string }) => ({
		found: what,
		expected: 'colors and strokes by the classes of the diagram vocabulary, which suit both themes',
		mend: 'Remove it and give the element a class.',
	}),
	'diagram-class': ({ name, nearest }: { name: string; nearest: string | undefined }) => ({
		found: `the class ${name}`,
		expected: 'a class of the diagram vocabulary',
		mend: rename(nearest, 'Remove it, or use one of the vocabulary.'),
	}),
	'diagram-id': ({ id, prefix }: { id: string; prefix: string }) => ({
		found: `id="${id}"`,
		expected: `an id that begins with ${prefix}-, because diagrams share a page`,
		mend: `Write id="${prefix}-${id}" and the same where it is used.`,
	}),
	'diagram-twice': ({ name }: { name: string }) => ({
		found: `diagrams/${name}.dot beside a drawing of the same name`,
		expected: 'a diagram to be a graph or to be drawn by hand; a graph has its layout for phones by itself',
		mend: 'Remove one of the two, or rename it.',
	}),
	'graph-broken': ({ message }: { message: string }) => ({
		found: `a graph that Graphviz does not draw: ${message}`,
		expected: 'a graph in the DOT language',
		mend: 'Mend the line or what stands before it; close every quote, bracket and brace.',
	}),
	'graph-without-text': ({ name }: { name: string }) => ({
		found: `a graph without ${name}`,
		expected: 'title="…" and desc="…" within the braces of the graph: what it is called, and all that it shows',
		mend: `Add ${name}="…".`,
	}),
	'graph-setting': (told: { written: string; owner: string; expectation: string; nearest: string | undefined }) => ({
		found: `${told.written} of ${told.owner === 'edge' ? 'an' : 'a'} ${told.owner}`,
		expected: told.expectation,
		mend: rename(told.nearest, 'Remove or correct it.'),
	}),

	// Questions, prompts, references
	'questions-few': ({ questions, least }: { questions: number; least: number }) => ({
		found: count(questions, 'question'),
		expected: `${least} or more`,
		mend: 'Add questions.',
	}),
	'level-empty': ({ level }: { level: string }) => ({
		found: `no question of level ${level}`,
		expected: 'one to three questions of each level',
		mend: `Add a ${level} question.`,
	}),
	'level-crowded': ({ level, most }: { level: string; most: number }) => ({
		found: `question number ${most + 1} of level ${level}`,
		expected: `at most ${most} of one level`,
		mend: 'Leave out the weakest, or change its level.',
	}),
	'format-missing': ({ formats }: { formats: string[] }) => ({
		found: `no question of format ${anyOf(formats)}`,
		expected: 'at least one to derive or code, and one to debug',
		mend: 'Add one.',
	}),
	'criteria-narrow': ({ what, only }: { what: string; only: string }) => ({
		found: `criteria of one ${what}, ${only}`,
		expected: 'criteria over two levels and two dimensions',
		mend: `Add a criterion of another ${what}, or change one.`,
	}),
	'essential-missing': () => ({
		found: 'no essential criterion',
		expected: 'at least one criterion without which the answer fails',
		mend: 'Set essential: true on the criterion that decides.',
	}),
	'clarifications-missing': ({ format }: { format: string }) => ({
		found: `a ${format} question without clarifications`,
		expected: 'answers to what a careful candidate asks back',
		mend: 'Add clarifications: [{ ask, answer }].',
	}),
	'condition-unknown': ({ criterion, nearest }: { criterion: string; nearest: string | undefined }) => ({
		found: `askWhen naming ${criterion}`,
		expected: 'a criterion of the answer that this follows',
		mend: rename(nearest, 'Name one of its criteria, or write always.'),
	}),
	'prompt-unknown': ({ id, nearest }: { id: string; nearest: string | undefined }) => ({
		found: `the prompt ${id}`,
		expected: 'the id of a prompt in prompts.yaml',
		mend: rename(nearest, 'Correct the id, or add the prompt.'),
	}),
	'prompts-few': ({ prompts, least }: { prompts: number; least: number }) => ({
		found: count(prompts, 'prompt'),
		expected: `${least} or more`,
		mend: 'Add prompts, each one idea.',
	}),
	'stage-unasked': ({ title }: { title: string }) => ({
		found: `no prompt about ${title}`,
		expected: 'prompts over all written stages',
		mend: 'Add a prompt whose see names the stage or one of its sections.',
	}),
	'references-few': ({ references, least }: { references: number; least: number }) => ({
		found: count(references, 'reference'),
		expected: `${least} or more`,
		mend: 'Add primary sources and cite each where it is used.',
	}),
	'reference-unused': ({ id }: { id: string }) => ({
		found: `the reference ${id}, which nothing cites`,
		expected: 'each reference to be cited where it is used',
		mend: `Write <Cite id="${id}" /> in the body or [@${id}] in a text field, or remove the reference.`,
	}),
	'reference-unknown': ({ id, nearest }: { id: string; nearest: string | undefined }) => ({
		found: `the reference ${id}`,
		expected: 'the id of an entry in references',
		mend: rename(nearest, 'Correct the id, or add the reference.'),
	}),
	'citation-form': ({ id, isMdx }: { id: string; isMdx: boolean }) => ({
		found: isMdx ? `[@${id}] in index.mdx` : `<Cite id="${id}" /> in a text field`,
		expected: isMdx ? '<Cite id="…" /> in the body' : '[@id] in a text field',
		mend: isMdx ? `Write <Cite id="${id}" />.` : `Write [@${id}].`,
	}),
	'reading-time': ({ minutes, least, most }: { minutes: number; least: number; most: number }) => ({
		found: `${count(minutes, 'minute')} of reading in stages 1 to 4`,
		expected: `${least} to ${most} minutes`,
		mend: minutes < least ? 'Say what is missing.' : 'Cut what no interviewer asks about.',
	}),
} satisfies Record<string, (data: never) => Wording>;

export type ProblemCode = keyof typeof catalogue;

/** Kinds that are told and stop nothing: what an author had better do, but may have reason not to. */
const warnings: readonly ProblemCode[] = ['symbol-undeclared'];

export const isWarning = ({ code }: Problem): boolean => warnings.includes(code);
type DataOf<Code extends ProblemCode> = Parameters<(typeof catalogue)[Code]> extends [infer Data] ? [data: Data] : [];

/** A problem of a kind at a place; `data` fills the kind's wording. */
export function problem<Code extends ProblemCode>(code: Code, place: Place, ...data: DataOf<Code>): Problem {
	const word = catalogue[code] as (...data: unknown[]) => Wording;
	return { ...place, code, ...word(...data) };
}
