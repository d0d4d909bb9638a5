/** A plain Unicode reading of LaTeX math, for the search index, excerpts and places that show no formulas. */
import {
	accents,
	calligraphic,
	characters,
	doubleStruck,
	negated,
	type Role,
	subscripts,
	superscripts,
	symbols,
} from './latexSymbols.ts';

/** A stretch of finished text with what decides about spaces and brackets around it. */
interface Piece {
	readonly role: Role | 'space';
	readonly text: string;
	/** Needs no brackets as a denominator, under a root or as a script. */
	readonly simple?: boolean;
	/** A name of several letters, or a script written out: letters beside it need a space. */
	readonly word?: boolean;
	/** A fraction on one line: whatever is multiplied with it needs a space. */
	readonly fraction?: boolean;
}

/** Deeper nesting is read as nothing: no formula for people goes there, and the stack must hold. */
const DEEPEST = 60;

const token = /\\operatorname\*|\\[A-Za-z]+|\\[\s\S]|%[^\n]*\n?|\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|\s+|[\s\S]/gu;

const spaces = new Set([' ', ',', ';', ':', '>', 'quad', 'qquad', 'enspace', 'thinspace', '\n', '\t']);
const texts = new Set(['text', 'textrm', 'textit', 'textbf', 'textsf', 'texttt', 'mbox', 'hbox', 'textnormal']);
const names = new Set([
	'mathrm',
	'mathsf',
	'mathtt',
	'mathit',
	'mathbf',
	'mathnormal',
	'boldsymbol',
	'bm',
	'bold',
	'rm',
]);
const fractions = new Set(['frac', 'dfrac', 'tfrac', 'cfrac']);
/** Commands whose one argument is read as if they were not there. */
const wrappers = new Set(['boxed', 'cancel', 'bcancel', 'xcancel', 'mathop', 'mathbin', 'mathrel', 'mathord', 'smash']);
/** Commands whose first argument says how to show the second. */
const styled = new Set(['textcolor', 'htmlClass', 'htmlId', 'htmlStyle', 'htmlData', 'href', 'class', 'colorbox']);
/** Commands whose argument is not read at all. */
const silent = new Set([
	'phantom',
	'hphantom',
	'vphantom',
	'label',
	'tag',
	'color',
	'hspace',
	'vspace',
	'kern',
	'mskip',
]);
const matrices: Readonly<Record<string, readonly [string, string]>> = {
	matrix: ['', ''],
	smallmatrix: ['', ''],
	array: ['', ''],
	pmatrix: ['(', ')'],
	bmatrix: ['[', ']'],
	Bmatrix: ['{', '}'],
	vmatrix: ['|', '|'],
	Vmatrix: ['‖', '‖'],
};

const endsOperand = /[\p{L}\p{M}\p{N})\]}⟩⌋⌉|‖′…*]$/u;
const startsOperand = /^[\p{L}\p{N}√]/u;
const endsLetter = /[\p{L}\p{M}\p{N}]$/u;

function needsGap(before: Piece, after: Piece, tight: boolean): boolean {
	if (before.word && endsLetter.test(before.text) && startsOperand.test(after.text)) return true;
	if (after.word && endsOperand.test(before.text) && startsOperand.test(after.text)) return true;
	if (before.fraction && (startsOperand.test(after.text) || after.role === 'open' || after.role === 'operator'))
		return true;
	if (after.fraction && endsOperand.test(before.text)) return true;
	if (after.role === 'function' && endsOperand.test(before.text)) return true;
	if (before.role === 'function' && (startsOperand.test(after.text) || after.role === 'operator')) return true;
	if (
		before.role === 'operator' &&
		(startsOperand.test(after.text) || ['function', 'open', 'operator'].includes(after.role))
	) {
		return true;
	}
	if (after.role === 'operator' && endsOperand.test(before.text)) return true;
	if (tight) return false;
	if (before.role === 'punctuation') return true;
	return [before.role, after.role].some((role) => role === 'binary' || role === 'relation');
}

/** A sign with nothing to its left is part of what follows it. */
function withSigns(pieces: readonly Piece[]): Piece[] {
	let previous: Piece | undefined;
	return pieces.map((piece) => {
		const nothingBefore = !previous || !['ordinary', 'close'].includes(previous.role);
		const read: Piece = piece.role === 'binary' && nothingBefore ? { role: 'open', text: piece.text } : piece;
		if (read.role !== 'space') previous = read;
		return read;
	});
}

/** Joins pieces with the spaces TeX would show; `tight` leaves them out around signs, as TeX does in scripts. */
function join(pieces: readonly Piece[], tight = false): string {
	let text = '';
	let before: Piece | undefined;
	let spaced = false;
	for (const piece of withSigns(pieces)) {
		if (piece.role === 'space') {
			spaced = true;
			continue;
		}
		if (!piece.text) continue;
		const closes = piece.role === 'punctuation' || piece.role === 'close';
		if (before && ((spaced && !(closes && !piece.word)) || needsGap(before, piece, tight))) text += ' ';
		text += piece.text;
		before = piece;
		spaced = false;
	}
	return text;
}

/** Where the bracket that opens at `start` closes, or -1. */
function closingOf(pieces: readonly Piece[], start: number): number {
	let depth = 0;
	for (let i = start; i < pieces.length; i++) {
		if (pieces[i]?.role === 'open') depth++;
		if (pieces[i]?.role === 'close' && --depth === 0) return i;
	}
	return -1;
}

/** Whether pieces read as one operand: `x`, `∂w`, `(a + b)`, `f(x)`. */
function isSimple(all: readonly Piece[]): boolean {
	const pieces = all.filter((piece) => piece.role !== 'space');
	const [first, second] = pieces;
	if (!first) return true;
	if (pieces.length === 1) return first.simple ?? false;
	if (pieces.length === 2 && /^[∂∇d]/u.test(first.text)) return second?.simple ?? false;
	if (first.role === 'open') return closingOf(pieces, 0) === pieces.length - 1;
	return second?.role === 'open' && closingOf(pieces, 1) === pieces.length - 1;
}

function operand(pieces: readonly Piece[]): string {
	return isSimple(pieces) ? join(pieces) : `(${join(pieces)})`;
}

/** A numerator may be a product: `ab/c` reads right, `a + b/c` does not. */
function numerator(pieces: readonly Piece[]): string {
	const inner = withSigns(pieces);
	const product = inner.every(
		(piece) => ['ordinary', 'open', 'close', 'space'].includes(piece.role) && !piece.fraction,
	);
	return product ? join(pieces) : operand(pieces);
}

/** A sub- or superscript in Unicode where every character has one, else written out behind `_` or `^`. */
function script(mark: '_' | '^', pieces: readonly Piece[]): { text: string; word: boolean } {
	const text = join(pieces, true);
	if (!text) return { text: '', word: false };
	const map = mark === '_' ? subscripts : superscripts;
	const raised = [...text].map((character) => map[character]);
	const named = pieces.some((piece) => piece.word || piece.role === 'function');
	if (!named && raised.every((character) => character !== undefined)) return { text: raised.join(''), word: false };
	const whole = [...text].length === 1 || (/^[\p{L}\p{M}\p{N}]+$/u.test(text) && text.normalize('NFKC') === text);
	return { text: `${mark}${whole ? text : `(${text})`}`, word: true };
}

function space(): Piece {
	return { role: 'space', text: '' };
}

function plain(text: string): Piece {
	return { role: 'ordinary', text, simple: true, word: [...text].length > 1 && /\p{L}{2}/u.test(text) };
}

/** A group of braces: one operand for the spaces around it. */
function group(pieces: readonly Piece[]): Piece {
	const kept = pieces.filter((piece) => piece.role !== 'space');
	const [only] = kept;
	if (only && kept.length === 1) return { ...only, role: only.role === 'function' ? 'function' : 'ordinary' };
	return { role: 'ordinary', text: join(pieces), simple: isSimple(pieces), word: pieces.some((piece) => piece.word) };
}

function mapped(pieces: readonly Piece[], letters: Readonly<Record<string, string>>): Piece {
	return plain([...join(pieces)].map((letter) => letters[letter] ?? letter).join(''));
}

class Reading {
	readonly #tokens: string[];
	#at = 0;
	#depth = 0;

	constructor(latex: string) {
		this.#tokens = latex.match(token)?.filter((part) => !part.startsWith('%')) ?? [];
	}

	/** Everything up to a token that `ends` accepts, which is consumed, or up to the end. */
	list(ends: (part: string) => boolean = () => false): Piece[] {
		const pieces: Piece[] = [];
		let bars = 0;
		while (this.#at < this.#tokens.length) {
			const part = this.#next();
			if (ends(part)) break;
			if (part === '|' || part === '\\|') {
				const role = bars++ % 2 ? 'close' : 'open';
				pieces.push(...this.#scripts([{ role, text: part === '|' ? '|' : '‖' }]));
			} else pieces.push(...this.#scripts(this.#atom(part)));
		}
		return pieces;
	}

	#next(): string {
		return this.#tokens[this.#at++] ?? '';
	}

	#skipSpace(): void {
		while (/^\s+$/.test(this.#tokens[this.#at] ?? '')) this.#at++;
	}

	#peek(): string | undefined {
		this.#skipSpace();
		return this.#tokens[this.#at];
	}

	/** The next argument: a group, a command with its own arguments, or a single character. */
	#argument(): Piece[] {
		const part = this.#peek();
		if (part === undefined || part === '}') return [];
		if (/^\d.+/.test(part)) {
			this.#tokens[this.#at] = part.slice(1);
			return [plain(part.slice(0, 1))];
		}
		this.#at++;
		return this.#nested(() => (part === '{' ? this.list((end) => end === '}') : this.#atom(part)));
	}

	#nested(read: () => Piece[]): Piece[] {
		if (this.#depth > DEEPEST) return [];
		this.#depth++;
		const pieces = read();
		this.#depth--;
		return pieces;
	}

	/** The source of the next group, for text and names. */
	#raw(open = '{', close = '}'): string {
		if (this.#peek() !== open) return open === '{' ? this.#next() : '';
		this.#at++;
		let source = '';
		for (let depth = 1; this.#at < this.#tokens.length; source += this.#tokens[this.#at - 1]) {
			const part = this.#next();
			if (part === open) depth++;
			if (part === close && --depth === 0) break;
		}
		return source;
	}

	/** Attaches what is below and above to the last of `pieces`. */
	#scripts(pieces: Piece[]): Piece[] {
		let marks = '';
		let word = false;
		for (let part = this.#peek(); part !== undefined; part = this.#peek()) {
			if (part === "'") marks += '′';
			else if (part === '_' || part === '^') {
				this.#at++;
				const written = script(part, this.#argument());
				marks += written.text;
				word ||= written.word;
				continue;
			} else if (part !== '\\limits' && part !== '\\nolimits') break;
			this.#at++;
		}
		if (!marks) return pieces;
		const base = pieces.at(-1) ?? plain('');
		const text = base.fraction ? `(${base.text})${marks}` : base.text + marks;
		const role = base.role === 'binary' || base.role === 'space' ? 'ordinary' : base.role;
		return [...pieces.slice(0, -1), { role, text, simple: base.simple ?? true, word: word || (base.word ?? false) }];
	}

	#atom(part: string): Piece[] {
		if (part.startsWith('\\') && part.length > 1) return this.#command(part.slice(1));
		if (part === '{') return [group(this.#nested(() => this.list((end) => end === '}')))];
		if (part === '~') return [space()];
		if (part === "'") return [{ role: 'close', text: '′' }];
		if (part === '_' || part === '^') {
			this.#at--;
			return [];
		}
		if (part === ':' && this.#peek() === '=') {
			this.#at++;
			return [{ role: 'relation', text: ':=' }];
		}
		if (/^[\s&}$\\]/u.test(part)) return [];
		const known = characters.get(part);
		return [known ?? { role: 'ordinary', text: part, simple: part !== '/' }];
	}

	#command(name: string): Piece[] {
		const symbol = symbols.get(name);
		if (symbol) return [{ ...symbol, simple: symbol.role === 'ordinary' || symbol.role === 'function' }];
		if (spaces.has(name)) return [space()];
		if (name === '|') return [{ role: 'ordinary', text: '‖' }];
		if (name === '\\') return [{ role: 'punctuation', text: ';' }];
		if (texts.has(name)) return this.#text(this.#raw());
		if (names.has(name)) return this.#name(this.#argument());
		if (fractions.has(name)) {
			return [
				{ role: 'ordinary', text: `${numerator(this.#argument())}/${operand(this.#argument())}`, fraction: true },
			];
		}
		const accent = accents.get(name);
		if (accent) return [this.#accented(this.#argument(), accent)];
		if (wrappers.has(name)) return this.#argument();
		if (styled.has(name)) return this.#afterStyle();
		if (silent.has(name)) {
			this.#raw();
			return [];
		}
		switch (name) {
			case 'begin':
				return this.#nested(() => this.#environment(this.#raw()));
			case 'left':
			case 'right':
			case 'middle':
				return this.#delimiter(name);
			case 'sqrt':
				return [this.#root()];
			case 'operatorname':
			case 'operatorname*':
				return [{ role: 'function', text: join(this.#argument()), simple: true, word: true }];
			case 'mathbb':
			case 'Bbb':
			case 'mathds':
				return [mapped(this.#argument(), doubleStruck)];
			case 'mathcal':
			case 'mathscr':
			case 'mathfrak':
				return [mapped(this.#argument(), calligraphic)];
			case 'binom':
			case 'dbinom':
			case 'tbinom':
				return [plain(`C(${join(this.#argument())}, ${join(this.#argument())})`)];
			case 'underbrace':
			case 'overbrace':
				return this.#braced();
			case 'overset':
			case 'stackrel':
			case 'underset':
				return this.#stacked(name === 'underset' ? '_' : '^');
			case 'substack':
				return this.#argument();
			case 'not':
				return this.#argument().map((piece) => ({ ...piece, text: negated[piece.text] ?? `${piece.text}\u0338` }));
			case 'pmod':
				return [space(), { role: 'ordinary', text: `(mod ${join(this.#argument())})` }];
			default:
				return this.#unknown(name);
		}
	}

	/** Commands that change size or style say nothing; others are read by their name. */
	#unknown(name: string): Piece[] {
		const style =
			/^(?:[bB]igg?[lrm]?|displaystyle|textstyle|scriptstyle|scriptscriptstyle|limits|nolimits|end|nonumber|!)$/;
		if (name === 'end') this.#raw();
		if (style.test(name) || !/^[A-Za-z]/.test(name)) return [];
		return [plain(name)];
	}

	#text(source: string): Piece[] {
		const read = source
			.split('$')
			.map((part, i) =>
				i % 2 ? latexToText(part) : part.replace(/\\(?:[A-Za-z]+\s*|(.))/gs, '$1').replace(/[{}]/g, ''),
			)
			.join('')
			.replace(/[\s~]+/g, ' ');
		const text = read.trim();
		return [...(read.startsWith(' ') ? [space()] : []), plain(text), ...(read.endsWith(' ') && text ? [space()] : [])];
	}

	/** Upright letters: one is a symbol, several are a name. */
	#name(pieces: readonly Piece[]): Piece[] {
		if (pieces.length < 2) return [...pieces];
		const letters = pieces.every((piece) => piece.role === 'ordinary' && !piece.fraction);
		return letters ? [plain(join(pieces))] : [...pieces];
	}

	#accented(pieces: readonly Piece[], mark: string): Piece {
		const [first = '', ...rest] = [...join(pieces)];
		const text = (first + mark).normalize('NFC') + rest.join('');
		return {
			role: 'ordinary',
			text: first && text,
			simple: isSimple(pieces),
			word: pieces.some((piece) => piece.word),
		};
	}

	#afterStyle(): Piece[] {
		this.#raw();
		return this.#argument();
	}

	#delimiter(side: 'left' | 'right' | 'middle'): Piece[] {
		const part = this.#peek();
		if (part === undefined) return [];
		this.#at++;
		const role = side === 'left' ? 'open' : side === 'right' ? 'close' : 'relation';
		const text = part === '.' ? '' : part === '\\|' ? '‖' : (symbols.get(part.slice(1))?.text ?? part);
		return [{ role, text }];
	}

	#root(): Piece {
		const degree = script('^', [plain(this.#raw('[', ']'))]).text.replace(/^\^/, '');
		return { role: 'ordinary', text: `${degree}√${operand(this.#argument())}`, simple: true };
	}

	#braced(): Piece[] {
		const inner = this.#argument();
		const mark = this.#peek();
		if (mark !== '_' && mark !== '^') return inner;
		this.#at++;
		const label = join(this.#argument());
		return label ? [...inner, space(), { role: 'ordinary', text: `(${label})` }] : inner;
	}

	#stacked(mark: '_' | '^'): Piece[] {
		const beside = script(mark, this.#argument());
		const base = this.#argument();
		const last = base.at(-1) ?? plain('');
		return [...base.slice(0, -1), { ...last, text: last.text + beside.text }];
	}

	/** Rows are parted by semicolons, the cells of a matrix by commas; alignment is only for the eye. */
	#environment(name: string): Piece[] {
		const kind = name.replace('*', '');
		if (kind === 'array') this.#raw();
		const rows: string[][] = [[]];
		let cell: Piece[] = [];
		const finish = (): void => {
			rows.at(-1)?.push(join(cell));
			cell = [];
		};
		while (this.#at < this.#tokens.length) {
			let end = '';
			cell.push(
				...this.list((part) => {
					if (part !== '&' && part !== '\\\\' && part !== '\\end') return false;
					end = part;
					return true;
				}),
			);
			const separates = matrices[kind] !== undefined || /cases$/.test(kind);
			if (end !== '&' || separates) finish();
			if (end === '\\\\') rows.push([]);
			if (end === '\\end') {
				this.#raw();
				break;
			}
		}
		const brackets = matrices[kind] ?? (/cases$/.test(kind) ? ['{', '}'] : ['', '']);
		const text = rows
			.map((cells) => cells.filter(Boolean).reduce((row, next) => row + (besides(row, next) ? ' ' : ', ') + next, ''))
			.map((row) => row.replace(/^, | ?[,;]$/g, '').trim())
			.filter(Boolean)
			.join('; ');
		return [{ role: 'ordinary', text: brackets[0] + text + brackets[1], simple: brackets[0] !== '' }];
	}
}

/** Cells of `cases` that already read as a sentence: `x, if x > 0`, `0 otherwise`. */
function besides(row: string, next: string): boolean {
	return row === '' || row.endsWith(',') || /^(?:if|when|for|otherwise|else)\b/.test(next);
}

/**
 * Reads LaTeX math as plain Unicode: `\frac{QK^\top}{\sqrt{d_k}}` is `QKᵀ/√dₖ`. Never throws: what it does not know is read by
 * its name, and what does not parse is read as far as it goes.
 */
export function latexToText(latex: string): string {
	return join(new Reading(latex).list()).replace(/\s+/g, ' ').trim();
}
