/** What a service worker finds around it, as far as this one uses it: TypeScript has either the names of pages or those of workers. */

export interface ExtendableEvent extends Event {
	/** The browser does not end the worker before this has settled. */
	waitUntil(work: Promise<unknown>): void;
}

/** For which requests the browser asks whom, without waking the worker. */
export interface Route {
	readonly condition: {
		readonly urlPattern: Readonly<Record<'protocol' | 'hostname' | 'port' | 'pathname', string>>;
		readonly requestMethod: string;
	};
	readonly source: { readonly cacheName: string };
}

export interface InstallEvent extends ExtendableEvent {
	/** Not every browser has it. */
	addRoutes?(routes: readonly Route[]): Promise<void>;
}

export interface FetchEvent extends ExtendableEvent {
	readonly request: Request;
	/** What the browser has asked for by itself while the worker started; undefined where it has not. */
	readonly preloadResponse?: Promise<Response | undefined>;
	respondWith(answer: Promise<Response>): void;
}

export interface MessageFromPage extends ExtendableEvent {
	readonly data: unknown;
	readonly ports: readonly MessagePort[];
}

export interface WorkerScope {
	readonly location: Location;
	readonly registration: ServiceWorkerRegistration;
	readonly clients: {
		claim(): Promise<void>;
		matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly unknown[]>;
	};
	skipWaiting(): Promise<void>;
	addEventListener(type: 'install', listener: (event: InstallEvent) => void): void;
	addEventListener(type: 'activate', listener: (event: ExtendableEvent) => void): void;
	addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
	addEventListener(type: 'message', listener: (event: MessageFromPage) => void): void;
}
