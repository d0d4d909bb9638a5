import lockFile from 'pyodide/pyodide-lock.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { requirementsIn } from '../../../../src/listings/requirements.ts';
import { offered, packageOf, packagesNeeded } from '../../../../src/listings/running/packages.ts';

const requirements = requirementsIn(
	'numpy==2.0  # numpy: NumPy\ntorch==2.0  # torch: PyTorch\nscikit-learn==1.0  # sklearn: scikit-learn\npandas==3.0',
);
const lock = offered(lockFile, requirements);

describe('what the site offers of Pyodide’s distribution', () => {
	it('is what listings may import, with what that imports', () => {
		expect(Object.keys(lock.packages).sort()).toEqual(['joblib', 'numpy', 'scikit-learn', 'scipy', 'threadpoolctl']);
		expect(lock.packages.numpy?.title).toBe('NumPy');
		expect(lock.packages.joblib?.title).toBeUndefined();
	});

	it('knows a package that PyPI distributes under another name by what it imports', () => {
		const { packages } = offered(lockFile, requirementsIn('xgboost-cpu==3.0  # xgboost: XGBoost'));
		expect(packages.xgboost?.title).toBe('XGBoost');
	});

	it('lacks PyTorch', () => {
		expect(packageOf('torch', lock)).toBeUndefined();
		expect(packageOf('sklearn', lock)).toBe('scikit-learn');
	});
});

describe('a program needs', () => {
	it.each([
		['nothing for the standard library', ['math', 'random'], []],
		['NumPy among others', ['math', 'numpy'], ['numpy']],
		['what scikit-learn imports, first', ['sklearn'], ['numpy', 'scipy', 'joblib', 'threadpoolctl', 'scikit-learn']],
		['nothing that no package brings', ['nothing', 'toString'], []],
	])('%s', (_what, modules, expected) => {
		expect(packagesNeeded(modules, lock)).toEqual(expected);
	});
});
