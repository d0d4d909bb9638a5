/** What is kept from now on: what the reader opens, the whole site, Python and its packages. */
import { useState } from 'preact/hooks';
import { bytesWords } from '../../keeping/bytesWords.ts';
import { keepUnits, outcomeOf } from '../keep.ts';
import type { Manifest } from '../manifest.ts';
import { keepPackages, type Package, type Packages } from '../wheels.ts';
import { changeWish, readWish, unitsOf } from '../wish.ts';
import { Fetching } from './Fetching.tsx';
import { missingOf, type Shelved } from './shelved.ts';

interface Props {
	readonly shelf: Shelved;
	/** Something is kept, or is not any more. */
	readonly onChange: () => void;
}

/** What is still to come, and what that is on the way: hosts that compress send less. */
function sizeWords({ missing, sent, bytes }: ReturnType<typeof missingOf>): string {
	if (missing === 0) return `${bytesWords(bytes)} on this device.`;
	const rest = missing < bytes ? `, of which ${bytesWords(missing)} are not here yet` : '';
	return `${bytesWords(bytes)} on this device${rest}; at least ${bytesWords(sent)} to fetch.`;
}

function Everything({ manifest, shelf, onChange }: Props & { manifest: Manifest }) {
	const size = missingOf(manifest, shelf.paths, ['core', 'page']);
	const concepts = manifest.units.filter(({ root }) => /^concepts\/./.test(root)).length;
	return (
		<section aria-labelledby="everything">
			<h2 id="everything" class="label">
				The whole site
			</h2>
			<p>
				All {concepts} concepts and every other page: {sizeWords(size)} From then on, each visit brings what has
				changed.
			</p>
			<Fetching
				action="Keep everything offline"
				done="The whole site is kept on this device."
				isDone={size.missing === 0}
				total={size.bytes}
				run={(options) => keepUnits(unitsOf(changeWish({ everything: true }), manifest), manifest, options)}
				onEnd={(outcome) => {
					if (outcome === 'stopped') changeWish({ everything: false });
					onChange();
				}}
			/>
		</section>
	);
}

const packageWords = ({ title, bytes }: Package): string =>
	`${title}, ${bytes === undefined ? 'size not known' : bytesWords(bytes)}`;

function Python({ manifest, packages, shelf, onChange }: Props & { manifest: Manifest; packages: Packages }) {
	const [chosen, choose] = useState<readonly string[]>(readWish().packages);
	const size = missingOf(manifest, shelf.paths, ['python']);
	const wanted = packages.list.filter(({ name }) => chosen.includes(name));
	const isDone = size.missing === 0 && packages.list.every(({ name, isKept }) => isKept || !chosen.includes(name));
	const total = wanted.reduce<number | undefined>(
		(sum, { bytes }) => (sum === undefined || bytes === undefined ? undefined : sum + bytes),
		size.bytes,
	);
	const toggle = (name: string): void =>
		choose(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
	return (
		<section aria-labelledby="python">
			<h2 id="python" class="label">
				Python
			</h2>
			<p>Runs the listings and tasks of the pages that are kept: {sizeWords(size)}</p>
			<fieldset class="packages">
				<legend>With packages{packages.host && `, which come from ${packages.host}`}:</legend>
				{packages.list.map((one) => (
					<label key={one.name}>
						<input type="checkbox" checked={chosen.includes(one.name)} onChange={() => toggle(one.name)} />{' '}
						{packageWords(one)}
					</label>
				))}
			</fieldset>
			<Fetching
				action="Keep Python"
				done={
					wanted.length > 0 ? 'Python and these packages are kept on this device.' : 'Python is kept on this device.'
				}
				isDone={isDone}
				total={total}
				run={async ({ signal, onProgress }) => {
					const wish = changeWish({ python: true, packages: chosen });
					const units = unitsOf({ ...wish, reading: false, everything: false }, manifest);
					const outcome = await keepUnits(units, manifest, { signal, onProgress });
					if (outcome !== 'done') return outcome;
					try {
						await keepPackages(wanted, { signal, onProgress: (bytes) => onProgress(size.bytes + bytes) });
						return 'done';
					} catch (error) {
						return outcomeOf(error);
					}
				}}
				onEnd={onChange}
			/>
		</section>
	);
}

export function Choices({ shelf, onChange }: Props) {
	const { manifest, packages } = shelf;
	const [reading, setReading] = useState(readWish().reading);
	return (
		<>
			<p>
				<label>
					<input
						type="checkbox"
						checked={reading}
						onChange={() => setReading(changeWish({ reading: !reading }).reading)}
					/>{' '}
					Keep pages that I open
				</label>
			</p>
			{manifest ? (
				<>
					<Everything manifest={manifest} shelf={shelf} onChange={onChange} />
					{packages && <Python manifest={manifest} packages={packages} shelf={shelf} onChange={onChange} />}
				</>
			) : (
				<p>There is no connection now: more can be kept when there is one.</p>
			)}
		</>
	);
}
