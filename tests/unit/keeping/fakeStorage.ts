/** A browser's storage as far as the site uses it: its entries are its own enumerable properties. */

const methods = {
	getItem(this: Record<string, string>, key: string): string | null {
		return Object.hasOwn(this, key) ? (this[key] ?? null) : null;
	},
	setItem(this: Record<string, string>, key: string, value: string): void {
		this[key] = value;
	},
	removeItem(this: Record<string, string>, key: string): void {
		delete this[key];
	},
};

export function fakeStorage(entries: Readonly<Record<string, string>> = {}): Storage {
	return Object.assign(Object.create(methods), entries);
}

/** One that refuses every use, as where the reader blocks cookies. */
export function blockedStorage(): Storage {
	const refuse = () => {
		throw new DOMException('denied', 'SecurityError');
	};
	return new Proxy({} as Storage, { get: refuse, ownKeys: refuse });
}

/** One that reads and has no room. */
export function fullStorage(entries: Readonly<Record<string, string>> = {}): Storage {
	const storage = fakeStorage(entries);
	Object.defineProperty(storage, 'setItem', {
		configurable: true,
		value: () => {
			throw new DOMException('full', 'QuotaExceededError');
		},
	});
	return storage;
}
