// @ts-check
/** The builds that the tests look at: one as a fresh clone makes it, one as an operator would for a sub-path of a known domain. */

/**
 * @typedef {object} BuiltSite
 * @property {string} folder Where it is built, from the root of the repository.
 * @property {string} base Path that it lives under.
 * @property {Record<string, string | undefined>} env What it is built with.
 */

/** @type {BuiltSite} */
export const rootSite = {
	folder: 'dist',
	base: '/',
	env: {
		SITE_URL: undefined,
		BASE_PATH: undefined,
		REPOSITORY_URL: undefined,
		PACKAGES_URL: undefined,
		REPORT_URL: undefined,
	},
};

/** @type {BuiltSite} */
export const subPathSite = {
	folder: '.cache/sub-path',
	base: '/sixfold/',
	env: {
		SITE_URL: 'https://example.org',
		BASE_PATH: '/sixfold/',
		REPOSITORY_URL: 'https://example.com/sixfold',
		REPORT_URL: 'https://example.com/sixfold/issues/new?title={title}&body={address}',
	},
};

export const sites = [rootSite, subPathSite];
