/** The pages that are kept, by their titles. */
import { pathTo } from '../../paths.ts';
import type { Shelved } from './shelved.ts';

const date = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric' });

export function KeptPages({ shelf: { pages } }: { shelf: Shelved }) {
	return (
		<section aria-labelledby="kept-pages">
			<h2 id="kept-pages" class="label">
				Pages on this device
			</h2>
			{pages.length === 0 ? (
				<p>None yet. A page is kept when you have opened it, as soon as the browser has a moment.</p>
			) : (
				<ul class="kept-pages">
					{pages.map(({ path, title, kept }) => (
						<li key={path}>
							<a href={pathTo(path)}>{title}</a>
							<span class="note">kept on {date.format(kept)}</span>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
