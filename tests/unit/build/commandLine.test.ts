import { describe, expect, it } from 'vitest';
import {
	type Command,
	type ExplainedOption,
	parsed,
	type UsageError,
	usageOf,
} from '../../../src/build/commandLine.ts';

const command: Command<Readonly<Record<string, ExplainedOption>>> = {
	name: 'npm run check',
	about: 'Looks.',
	operands: '[<slug>…]',
	options: {
		record: { type: 'boolean', default: false, about: 'write' },
		retire: { type: 'string', multiple: true, default: [], value: '<id>', about: 'give up' },
	},
};

const complaint = (...typed: string[]): string => {
	try {
		parsed(command, typed);
		return 'none';
	} catch (thrown) {
		return (thrown as UsageError).message;
	}
};

describe('a command', () => {
	it('takes its options and operands', () => {
		expect(parsed(command, ['pca', '--retire', 'a', '--retire=b'])).toEqual({
			values: { record: false, retire: ['a', 'b'] },
			operands: ['pca'],
		});
	});

	it.each([
		[['--recrod'], 'npm run check has no option --recrod. Did you mean --record?'],
		[['-x'], 'npm run check has no option -x.'],
		[['--retire'], "Option '--retire <value>' argument missing"],
		[['--record=yes'], "Option '--record' does not take an argument"],
		[['pca', '--help'], ''],
	])('says of %j: %s', (typed, message) => {
		expect(complaint(...typed)).toBe(message);
	});

	it('takes nothing where it says so', () => {
		expect(() => parsed({ name: 'npm run wheels', about: 'Copies.', options: {} }, ['numpy'])).toThrow(
			'npm run wheels takes nothing like numpy.',
		);
	});

	it('explains itself', () => {
		expect(usageOf(command)).toBe(`npm run check -- [options] [<slug>…]
Looks.

  --record       write
  --retire <id>  give up
  --help         show this`);
	});
});
