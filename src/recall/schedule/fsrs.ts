/**
 * The memory model of ts-fsrs, contained. The library adds four enumerable methods to `Date.prototype` as it loads; they are
 * taken away again before any other code can meet them. The model itself uses none of them, and no dates at all.
 */
import { FSRSAlgorithm, get_fuzz_range } from 'ts-fsrs';

for (const method of ['scheduler', 'diff', 'format', 'dueFormat']) Reflect.deleteProperty(Date.prototype, method);

export { FSRSAlgorithm, get_fuzz_range as fuzzRange };
