import lockFile from 'pyodide/pyodide-lock.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { offered, packageOf, packagesNeeded } from '../../../../src/listings/running/packages.ts';

const lock = offered(lockFile);

describe('what the site offers of Pyodide’s distribution', () => {
	it('is what listings may import, with what that imports', () => {
		expect(Object.keys(lock.packages).sort()).toEqual(['joblib', 'numpy', 'scikit-learn', 'scipy', 'threadpoolctl']);
	});

	it('lacks PyTorch', () => {
		expect(packageOf('torch', lock)).toBeUndefined();
		expect(packageOf('sklearn', lock)).toBe('scikit-learn');
	});
});

describe('a program needs', () => {
	it.each([
		['nothing for the standard library', 'import math, random\nfrom collections import Counter', []],
		['NumPy', 'import numpy as np', ['numpy']],
		['NumPy among others', 'import math, numpy.linalg as la  # both', ['numpy']],
		['NumPy by a part of it', 'def f():\n    from numpy.typing import NDArray', ['numpy']],
		[
			'what scikit-learn imports, first',
			'from sklearn.tree import DecisionTreeRegressor',
			['numpy', 'scipy', 'joblib', 'threadpoolctl', 'scikit-learn'],
		],
		['nothing that it only mentions', '# import numpy\nimportant = "numpy"', []],
	])('%s', (_what, source, expected) => {
		expect(packagesNeeded(source, lock)).toEqual(expected);
	});
});
