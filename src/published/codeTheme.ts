/**
 * The colours of code, as classes. Shiki paints with inline styles, which the site's policy forbids; so its theme holds
 * one stand-in colour per role, and the highlighter turns each into that role's class.
 */
import type { ThemeRegistrationRaw } from 'shiki';

/** Role of a token → stand-in colour. The class is `code-<role>`; its real colour is in `code.css`. */
export const roles = { keyword: '#000001', string: '#000002', number: '#000003', comment: '#000004' } as const;

const plain = '#000000';

function scopes(role: keyof typeof roles, scope: string[]) {
	return { scope, settings: { foreground: roles[role] } };
}

export const theme: ThemeRegistrationRaw = {
	name: 'sixfold',
	type: 'light',
	fg: plain,
	bg: '#ffffff',
	settings: [
		{ settings: { foreground: plain, background: '#ffffff' } },
		scopes('comment', ['comment', 'punctuation.definition.comment', 'string.quoted.docstring']),
		scopes('keyword', ['keyword.control', 'keyword.operator.logical', 'storage', 'constant.language', 'keyword.other']),
		scopes('string', ['string', 'punctuation.definition.string', 'constant.character']),
		scopes('number', ['constant.numeric', 'support.type']),
	],
};
