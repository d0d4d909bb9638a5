/** How large what is kept is, and how to free it. */
import { bytesWords } from '../../keeping/bytesWords.ts';
import { forgetCopies } from '../../keeping/copies.ts';
import { addressOf } from '../shelf.ts';
import { changeWish } from '../wish.ts';
import type { Shelved } from './shelved.ts';

interface Props {
	readonly shelf: Shelved;
	readonly onChange: () => void;
}

export function KeptFiles({ shelf: { bytes, pages, paths, python, quota }, onChange }: Props) {
	const freePages = async (): Promise<void> => {
		changeWish({ everything: false });
		const kept = new Set(python);
		await forgetCopies([...paths].map(addressOf).filter((address) => !kept.has(address)));
		onChange();
	};
	const freePython = async (): Promise<void> => {
		changeWish({ python: false, packages: [] });
		await forgetCopies(python);
		onChange();
	};
	return (
		<section aria-labelledby="storage">
			<h2 id="storage" class="label">
				Storage
			</h2>
			<dl class="offline-facts">
				<div>
					<dt>Pages</dt>
					<dd>
						{pages.length} with what they need, {bytesWords(bytes.pages)}.{' '}
						{bytes.pages > 0 && (
							<button type="button" class="text-button" onClick={freePages}>
								Free them
							</button>
						)}
					</dd>
				</div>
				<div>
					<dt>Python</dt>
					<dd>
						{bytes.python > 0 ? `${bytesWords(bytes.python)}.` : 'Not kept.'}{' '}
						{bytes.python > 0 && (
							<button type="button" class="text-button" onClick={freePython}>
								Free it
							</button>
						)}
					</dd>
				</div>
				{quota !== undefined && (
					<div>
						<dt>Room</dt>
						<dd>The browser allows {bytesWords(quota)} for all sites under this address, your history included.</dd>
					</div>
				)}
			</dl>
			<p class="note">
				Freeing deletes copies alone, never your history. Pages that you open afterwards are kept again unless you say
				otherwise above.
			</p>
		</section>
	);
}
