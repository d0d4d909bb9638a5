/** The page about times without a connection. The worker also answers with it in place of a page that is not kept. */
import { useEffect, useState } from 'preact/hooks';
import { register } from '../register.ts';
import { whyKept } from '../whyKept.ts';
import { Choices } from './Choices.tsx';
import { KeptFiles } from './KeptFiles.tsx';
import { KeptPages } from './KeptPages.tsx';
import { Lead } from './Lead.tsx';
import { readShelf, type Shelved } from './shelved.ts';

/** Why nothing is kept here, in a sentence; null where pages are kept. */
async function whyNot(): Promise<string | null> {
	if (!isSecureContext)
		return 'This address begins with http: browsers keep pages of sites that have a secure one, with https.';
	if (!('serviceWorker' in navigator && 'caches' in globalThis && 'locks' in navigator)) {
		return 'This browser has no service workers, which keep pages, or switches them off in private windows.';
	}
	if (navigator.serviceWorker.controller || (await register())) return null;
	return 'The service worker, which keeps pages, does not start: settings of the browser, a private window or an extension forbid it, or this copy of the site comes without one.';
}

/** What is wrong: that nothing can be kept here, or that the page that was asked for was not. */
function Want({ why }: { why: string | null }) {
	if (why) return <p>No pages are kept on this device. {why} Everything else works as it is.</p>;
	if (whyKept()?.reason !== 'missing') return null;
	return (
		<p class="lead">
			There is no connection, and this page was not opened here before. When there is one again, reload.
		</p>
	);
}

export function OfflinePage() {
	const [why, setWhy] = useState<string | null>();
	const [shelf, setShelf] = useState<Shelved>();
	const read = (): void => void readShelf().then(setShelf);
	useEffect(() => {
		whyNot().then((found) => {
			setWhy(found);
			if (found === null) read();
		});
	}, []);
	const isStandIn = whyKept()?.reason === 'missing';
	return (
		<>
			<h1>{isStandIn ? 'This page is not kept on this device' : 'Offline'}</h1>
			{!isStandIn && <Lead />}
			{why !== undefined && <Want why={why} />}
			{shelf && (
				<>
					{isStandIn && <KeptPages shelf={shelf} />}
					{!isStandIn && <Choices shelf={shelf} onChange={read} />}
					{!isStandIn && <KeptFiles shelf={shelf} onChange={read} />}
					{!isStandIn && <KeptPages shelf={shelf} />}
				</>
			)}
		</>
	);
}
