/** The page about times without a connection. The worker also answers with it in place of a page that is not kept. */
import { useEffect, useState } from 'preact/hooks';
import { whyKept } from '../whyKept.ts';
import { Choices } from './Choices.tsx';
import { KeptFiles } from './KeptFiles.tsx';
import { KeptPages } from './KeptPages.tsx';
import { readShelf, type Shelved } from './shelved.ts';

/** Whether this browser can keep anything for this site: not on plain http, not in some private windows, not where workers are refused. */
const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis && 'locks' in navigator;

function Lead() {
	if (!canKeep()) {
		return (
			<p class="lead">
				This browser keeps no pages of this site. That needs a secure address (https) and a browser that allows service
				workers; everything else works as it is.
			</p>
		);
	}
	return whyKept()?.reason === 'missing' ? (
		<p class="lead">
			There is no connection, and this page was not opened here before. When there is one again, reload.
		</p>
	) : (
		<p class="lead">
			Pages that you open are kept on this device with their figures, questions and checks, and work without a
			connection. So do search, review and drills.
		</p>
	);
}

export function OfflinePage() {
	const [shelf, setShelf] = useState<Shelved>();
	const read = (): void => void readShelf().then(setShelf);
	useEffect(read, []);
	const isStandIn = whyKept()?.reason === 'missing';
	return (
		<>
			<h1>{isStandIn ? 'This page is not kept on this device' : 'Offline'}</h1>
			<Lead />
			{shelf && canKeep() && (
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
