/** Stylesheets of parts that come only when the reader asks for them: pages that never show them do not pay for their styles. */

const loading = new Map<string, Promise<void>>();

/** Loads a stylesheet, `import address from './part.css?url'`, once. Rejects when it cannot be had; asked again, it tries again. */
export function loadStyles(address: string): Promise<void> {
	const known = loading.get(address);
	if (known) return known;
	const loaded = new Promise<void>((resolve, reject) => {
		const link = document.createElement('link');
		link.rel = 'stylesheet';
		link.href = address;
		link.onload = () => resolve();
		link.onerror = () => {
			link.remove();
			loading.delete(address);
			reject(new Error(`${address} cannot be loaded`));
		};
		document.head.append(link);
	});
	loading.set(address, loaded);
	return loaded;
}
