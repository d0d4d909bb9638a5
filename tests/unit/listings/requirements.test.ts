/** The one list of packages: what it says of each, and what it refuses. */
import { expect, it } from 'vitest';
import { requirementsIn } from '../../../src/listings/requirements.ts';

it('says of each package its version, and of those for listings how they are imported and called', () => {
	const text = '# Packages.\nscikit-learn==1.9.1   # sklearn: scikit-learn\r\n\nnbclient==0.11.0\n';
	expect(requirementsIn(text)).toEqual([
		{ distribution: 'scikit-learn', version: '1.9.1', module: 'sklearn', title: 'scikit-learn', forListings: true },
		{ distribution: 'nbclient', version: '0.11.0', module: 'nbclient', title: 'nbclient', forListings: false },
	]);
});

it.each(['numpy>=2', 'numpy', 'numpy==2.4.6  # NumPy', '-r other.txt'])('refuses %s, with its line', (line) => {
	expect(() => requirementsIn(`# Packages.\n${line}\n`)).toThrow(
		`requirements.txt:2: found "${line}"; expected one pinned`,
	);
});
