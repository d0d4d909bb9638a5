"""Which rules a window obeys: kinds, sums, and what negative numbers break."""
from collections import Counter
from itertools import accumulate, combinations
from random import Random


# region: exactly
def at_most(values: list[int], k: int) -> int:
    """How many runs have at most k kinds."""
    counts: Counter[int] = Counter()
    left = found = 0
    for right, value in enumerate(values):
        counts[value] += 1
        while len(counts) > k:
            counts[values[left]] -= 1
            if counts[values[left]] == 0:
                del counts[values[left]]
            left += 1
        found += right - left + 1
    return found


def exactly(values: list[int], k: int) -> int:
    return at_most(values, k) - at_most(values, k - 1)
# endregion


def longest_sum(values: list[int], limit: int) -> int:
    """Longest run whose sum is at most the limit, by a window."""
    left = best = total = 0
    for right, value in enumerate(values):
        total += value
        while total > limit:
            total -= values[left]
            left += 1
        best = max(best, right - left + 1)
    return best


def with_sum(values: list[int], target: int) -> int:
    """How many runs have that sum, by prefix sums and a map."""
    before, found = Counter([0]), 0
    for prefix in accumulate(values):
        found += before[prefix - target]
        before[prefix] += 1
    return found


for low in 0, -2:
    rng, right = Random(2), Counter[str]()
    for _ in range(2000):
        a = rng.choices(range(low, 6), k=rng.randrange(1, 10))
        runs = [a[i:j] for i, j in combinations(range(len(a) + 1), 2)]
        fits = [len(run) for run in runs if sum(run) <= 7]
        right["longest"] += longest_sum(a, 7) == max(fits, default=0)
        right["with sum"] += with_sum(a, 7) == sum(sum(run) == 7 for run in runs)
        right["2 kinds"] += exactly(a, 2) == sum(len(set(run)) == 2 for run in runs)
    parts = [f"{rule} {times:,}" for rule, times in right.items()]
    print(f"values from {low:2}, right of 2,000:", ", ".join(parts))
print("4 3 -5 2, at most 5: found", longest_sum([4, 3, -5, 2], 5), "of 4")
