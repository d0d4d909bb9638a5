/** Where a notebook opens in Google Colab, which reads notebooks from GitHub alone. */

/** Branch of the repository that holds the built site, as GitHub Pages publishes it. */
const branch = 'gh-pages';

/**
 * @param repository Address of the repository; undefined when it is not known.
 * @param path Path of the notebook in the built site, without a slash before it.
 * @returns undefined where Colab could not read it.
 */
export function colabAddress(repository: string | undefined, path: string): string | undefined {
	const [, owner, name] = /^https:\/\/github\.com\/([^/]+)\/([^/]+?)(?:\.git)?$/.exec(repository ?? '') ?? [];
	return owner && name && `https://colab.research.google.com/github/${owner}/${name}/blob/${branch}/${path}`;
}
