/** `requirements.txt`, the one list of packages: what listings may import, at which version, and what runs the notebooks. */

export interface Requirement {
	/** The name under which it is distributed: `scikit-learn`. */
	readonly distribution: string;
	/** The version that is pinned: `1.9.1`. */
	readonly version: string;
	/** The name under which it is imported: `sklearn`. */
	readonly module: string;
	/** How prose calls it: `scikit-learn`. */
	readonly title: string;
	/** Whether a listing may import it. */
	readonly forListings: boolean;
}

const pinned = /^([\w.-]+)==([\w.]+)(?:\s+#\s*(?:(\w+): (.+)))?$/;

/**
 * Reads the text of `requirements.txt`.
 *
 * @throws Error naming the line that pins nothing, or says of a package something else than its import name and its title.
 */
export function requirementsIn(text: string): Requirement[] {
	return text.split(/\r?\n/).flatMap((line, index) => {
		if (/^\s*(#|$)/.test(line)) return [];
		const [, distribution, version, module, title] = pinned.exec(line.trim()) ?? [];
		if (!distribution || !version) {
			throw new Error(
				`src/listings/requirements.txt:${index + 1}: found "${line.trim()}"; expected one pinned version, and behind it how the package is imported and called, if listings may import it: scikit-learn==1.9.1  # sklearn: scikit-learn`,
			);
		}
		return [
			{ distribution, version, module: module ?? distribution, title: title ?? distribution, forListings: !!module },
		];
	});
}
