"""Recurrences unrolled for n = 2^k, against what is predicted for them."""
from collections.abc import Callable
from functools import lru_cache
from math import log2

Growth = Callable[[int], float]

# Name, how many calls, on which share of n, work of one call, predicted growth.
CASES: list[tuple[str, int, int, Growth, str, Growth]] = [
    ("T(n/2) + 1", 1, 2, lambda n: 1, "log n", lambda n: log2(n)),
    ("T(n/2) + n", 1, 2, lambda n: n, "n", lambda n: n),
    ("2T(n/2) + 1", 2, 2, lambda n: 1, "n", lambda n: n),
    ("2T(n/2) + n", 2, 2, lambda n: n, "n log n", lambda n: n * log2(n)),
    ("3T(n/2) + n", 3, 2, lambda n: n, "n^1.585", lambda n: n ** log2(3)),
    ("2T(n/2) + n^2", 2, 2, lambda n: n * n, "n^2", lambda n: n * n),
    ("2T(n/2) + n log n", 2, 2, lambda n: n * log2(n), "n log^2 n",
     lambda n: n * log2(n) ** 2),
]


# region: unroll
def unrolled(calls: int, share: int, work: Growth) -> Growth:
    @lru_cache(maxsize=None)
    def cost(n: int) -> float:
        return 1.0 if n < share else calls * cost(n // share) + work(n)
    return cost
# endregion


print("recurrence         predicted     at 2^10     2^20     2^40     slope")
for name, calls, share, work, growth, predicted in CASES:
    cost = unrolled(calls, share, work)
    ratios = [cost(2**k) / predicted(2**k) for k in (10, 20, 40)]
    slope = log2(cost(2**20) / cost(2**19))
    row = "".join(f" {ratio:8.3f}" for ratio in ratios)
    print(f"{name:18} {growth:12}{row} {slope:9.3f}")
