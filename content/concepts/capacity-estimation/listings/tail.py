"""A page that waits for all of its calls, with and without a second try."""

import random
from collections import Counter
from collections.abc import Callable

PAGES = 10_000


def call(rng: random.Random) -> float:
    """Milliseconds: about 10, and one call in fifty meets a pause."""
    pause = rng.uniform(50, 250) if rng.random() < 0.02 else 0.0
    return 10 * rng.lognormvariate(0, 0.3) + pause


def percentile(times: list[float], percent: int) -> float:
    """The smallest time within which so many percent are done."""
    return sorted(times)[-(-len(times) * percent // 100) - 1]


# region: hedge
sent = Counter[str]()


def hedged(after: float) -> Callable[[random.Random], float]:
    """Once a call has taken so long, a second is sent; the first answer counts."""
    def first_of_two(rng: random.Random) -> float:
        first = call(rng)
        if first <= after:
            return first
        sent["again"] += 1
        second = call(rng)
        return min(first, after + second)
    return first_of_two
# endregion


def pages(calls: int, one: Callable[[random.Random], float]) -> list[float]:
    rng = random.Random(3)
    return [max(one(rng) for _ in range(calls)) for _ in range(PAGES)]


rng = random.Random(5)
sample = [call(rng) for _ in range(200_000)]
p50, p95, p99 = (percentile(sample, percent) for percent in (50, 95, 99))
print(f"one call: p50 {p50:.0f} ms, p95 {p95:.0f} ms, p99 {p99:.0f} ms")
print("calls  over p99  formula  page p50  p99")
for calls in 1, 10, 100:
    times = pages(calls, call)
    slow = sum(time > p99 for time in times) / PAGES
    print(f"{calls:5} {slow:9.1%} {1 - 0.99**calls:8.1%} "
          f"{percentile(times, 50):9.0f} {percentile(times, 99):4.0f}")
times = pages(100, hedged(p95))
print(f"100, hedged {percentile(times, 50):22.0f} {percentile(times, 99):4.0f}"
      f"  {sent['again'] / PAGES / 100:.1%} more calls")
