/** The page about times without a connection. The worker also answers with it in place of a page that is not kept. */
import { useEffect, useState } from 'preact/hooks';
import { pathTo } from '../../paths.ts';
import { type KeptUnit, keptUnits } from '../shelf.ts';
import { whyKept } from '../whyKept.ts';

/** Pages by their titles; undefined until they are read. */
function useKept(): KeptUnit[] | undefined {
	const [kept, setKept] = useState<KeptUnit[]>();
	useEffect(() => {
		keptUnits().then((units) => {
			const pages = units.filter(({ title }) => title);
			setKept(pages.sort((a, b) => (a.title ?? '').localeCompare(b.title ?? '')));
		});
	}, []);
	return kept;
}

const date = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric' });

function KeptPages({ pages }: { pages: readonly KeptUnit[] }) {
	return (
		<section aria-labelledby="kept">
			<h2 id="kept" class="label">
				Kept on this device
			</h2>
			{pages.length === 0 ? (
				<p>Nothing yet. A page is kept when you have opened it, as soon as the browser has a moment.</p>
			) : (
				<ul class="kept-pages">
					{pages.map(({ path, title, kept }) => (
						<li key={path}>
							<a href={pathTo(path)}>{title}</a> <span class="note">{date.format(kept)}</span>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

export function OfflinePage() {
	const kept = useKept();
	const isStandIn = whyKept()?.reason === 'missing';
	return (
		<>
			<h1>{isStandIn ? 'This page is not kept on this device' : 'Offline'}</h1>
			<p class="lead">
				{isStandIn
					? 'There is no connection, and this page was not opened here before. When there is one again, reload.'
					: 'Pages that you open are kept on this device, with their figures and questions, and read without a connection.'}
			</p>
			{kept && <KeptPages pages={kept} />}
		</>
	);
}
