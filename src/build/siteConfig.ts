/** Where the site will live, read once from the environment and checked before anything is built. */

export interface SiteConfig {
	/** Origin of the published site, `https://example.org`, or undefined when it is not known at build time. */
	readonly site: string | undefined;
	/** Path the site lives under: `/` or `/sixfold/`, always with both slashes. */
	readonly base: string;
	/** Address of the source repository, for "edit this page" links; undefined hides them. */
	readonly repository: string | undefined;
	/** Folder that holds the wheels of Python packages, with a slash at its end; undefined for the official distribution. */
	readonly packages: string | undefined;
}

function addressOf(name: string, value: string | undefined): URL | undefined {
	if (!value) return undefined;
	let address: URL;
	try {
		address = new URL(value);
	} catch {
		throw new Error(`${name} is "${value}"; expected a full address such as https://example.org`);
	}
	if (!/^https?:$/.test(address.protocol)) {
		throw new Error(`${name} is "${value}"; expected it to start with https:// or http://`);
	}
	return address;
}

/**
 * Reads `SITE_URL`, `BASE_PATH`, `REPOSITORY_URL` and `PACKAGES_URL`. A path in `SITE_URL` counts as the base path unless `BASE_PATH` is set.
 *
 * @throws Error that names the variable, what was found and what was expected.
 */
export function readSiteConfig(env: Record<string, string | undefined>): SiteConfig {
	const site = addressOf('SITE_URL', env.SITE_URL);
	const path = env.BASE_PATH ?? site?.pathname ?? '/';
	if (!/^[\w\-./~]*$/.test(path) || path.includes('..')) {
		throw new Error(`BASE_PATH is "${path}"; expected a path such as /sixfold/`);
	}
	const inner = path.split('/').filter(Boolean).join('/');
	return {
		site: site?.origin,
		base: inner ? `/${inner}/` : '/',
		repository: addressOf('REPOSITORY_URL', env.REPOSITORY_URL)?.href.replace(/\/$/, ''),
		packages: addressOf('PACKAGES_URL', env.PACKAGES_URL)?.href.replace(/\/?$/, '/'),
	};
}
