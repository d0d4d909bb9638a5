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
	/** Where readers report a mistake, with the places that `reportAddress` fills; undefined leaves the links out. */
	readonly report: string | undefined;
}

/** An address of the web or of mail, with or without places to fill. */
function reportOf(value: string | undefined): string | undefined {
	if (!value) return undefined;
	const places = [...value.matchAll(/\{([^{}]*)\}/g)].map(([, place]) => place);
	const unknown = places.find((place) => place !== 'title' && place !== 'address');
	if (unknown !== undefined) throw new Error(`REPORT_URL has {${unknown}}; expected {title} and {address} alone`);
	const isMail = /^mailto:[^@\s]+@[^@\s]+$/.test(value);
	if (!isMail && !(/^https?:\/\//.test(value) && URL.canParse(value))) {
		throw new Error(
			`REPORT_URL is "${value}"; expected mailto:somebody@example.org, or an address such as https://example.org/issues/new?title={title}&body={address}`,
		);
	}
	return value;
}

/**
 * The address at which to report a mistake of one page or question.
 *
 * @param template `REPORT_URL`; mail without places to fill gets a subject and a first line.
 * @param title what the mistake is on
 * @param address where that stands
 */
export function reportAddress(template: string, title: string, address: string): string {
	const isPlainMail = template.startsWith('mailto:') && !template.includes('?');
	const filled: Record<string, string> = { title, address };
	return (isPlainMail ? `${template}?subject={title}&body={address}%0A%0A` : template).replace(
		/\{(title|address)\}/g,
		(_, place: string) => encodeURIComponent(filled[place] ?? ''),
	);
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
 * Reads `SITE_URL`, `BASE_PATH`, `REPOSITORY_URL`, `PACKAGES_URL` and `REPORT_URL`. A path in `SITE_URL` counts as the base path unless `BASE_PATH` is set.
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
		report: reportOf(env.REPORT_URL),
	};
}
