import { expect, test } from 'vitest';
import { needsPackages } from '../../../../src/tasks/recording/judge.ts';

test.each([
	['import numpy as np', true],
	['def f():\n    from sklearn.svm import SVC', true],
	['import xgboost', true],
	['import ipykernel', false],
	['from math import sqrt\nimport numpydoc', false],
	["text = 'import numpy'", false],
])('%j needs a package: %s', (source, needs) => {
	expect(needsPackages(source)).toBe(needs);
});
