{{#library}}
"""TODO the same as people really write it, with the library that they use."""

import numpy as np

values = np.array([2.0, 4.0, 9.0])
means = values.cumsum() / np.arange(1, len(values) + 1)
print(" ".join(f"{mean:.2f}" for mean in means))
{{/library}}
{{^library}}
"""TODO the same as people really write it, with what the standard library has."""

from itertools import accumulate

values = [2.0, 4.0, 9.0]
means = [total / count for count, total in enumerate(accumulate(values), start=1)]
print(" ".join(f"{mean:.2f}" for mean in means))
{{/library}}
