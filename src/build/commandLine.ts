/** What an author types after a command: read strictly, and explained by `--help`. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../concepts/nearest.ts';

type OptionConfig = NonNullable<ParseArgsConfig['options']>[string];

/** An option as `parseArgs` takes it, with what it does. */
export type ExplainedOption = OptionConfig & {
	readonly about: string;
	/** What stands behind it: `<slug>`. */
	readonly value?: string;
};

export interface Command<Options extends Readonly<Record<string, ExplainedOption>>> {
	/** As it is typed: `npm run check`. */
	readonly name: string;
	/** What it does, in a sentence. */
	readonly about: string;
	/** What may stand behind it without a hyphen: `[<slug>…]`; left out where nothing may. */
	readonly operands?: string;
	readonly options: Options;
}

interface Typed<Options extends Readonly<Record<string, ExplainedOption>>> {
	readonly values: ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true }>>['values'];
	readonly operands: readonly string[];
}

/** Reads what was typed. With `--help`, and where it makes no sense, explains the command and ends the process. */
export function readCommand<const Options extends Readonly<Record<string, ExplainedOption>>>(
	command: Command<Options>,
	typed: readonly string[] = process.argv.slice(2),
): Typed<Options> {
	try {
		return parsed(command, typed);
	} catch (thrown) {
		if (!(thrown instanceof UsageError)) throw thrown;
		if (thrown.message) console.error(`${thrown.message}\n`);
		(thrown.message ? console.error : console.log)(usageOf(command));
		process.exit(thrown.message ? 1 : 0);
	}
}

/** A request for help, or with a message, something that cannot be understood. */
export class UsageError extends Error {}

/** @throws UsageError when help was asked for, or what was typed is not what the command takes. */
export function parsed<const Options extends Readonly<Record<string, ExplainedOption>>>(
	{ name, operands, options }: Command<Options>,
	typed: readonly string[],
): Typed<Options> {
	if (typed.includes('--help') || typed.includes('-h')) throw new UsageError('');
	const { tokens } = parseArgs({ args: [...typed], options, allowPositionals: true, strict: false, tokens: true });
	for (const token of tokens) {
		if (token.kind === 'option' && !(token.name in options)) {
			const meant = nearest(token.name, Object.keys(options));
			throw new UsageError(`${name} has no option ${token.rawName}.${meant ? ` Did you mean --${meant}?` : ''}`);
		}
		if (token.kind === 'positional' && operands === undefined) {
			throw new UsageError(`${name} takes nothing like ${token.value}.`);
		}
	}
	try {
		const { values, positionals } = parseArgs({ args: [...typed], options, allowPositionals: true });
		return { values, operands: positionals };
	} catch (thrown) {
		// Only what an option takes is left to be wrong: "Option '--retire <value>' argument missing".
		throw new UsageError(thrown instanceof Error ? `${thrown.message.split('\n')[0]}` : String(thrown));
	}
}

/** "npm run check [-- <options>] …" and a line for each option. */
export function usageOf({
	name,
	about,
	operands = '',
	options,
}: Command<Readonly<Record<string, ExplainedOption>>>): string {
	const rows = Object.entries(options).map(([option, { about: what, value }]) => [
		`--${option}${value ? ` ${value}` : ''}`,
		what,
	]);
	const width = Math.max(...rows.map(([left = '']) => left.length), '--help'.length);
	const lines = [...rows, ['--help', 'show this']].map(([left = '', what]) => `  ${left.padEnd(width)}  ${what}`);
	return [`${name} -- ${['[options]', operands].filter(Boolean).join(' ')}`, about, '', ...lines].join('\n');
}
