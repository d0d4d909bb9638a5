"""The best constant under each loss: for numbers, and for a label that varies."""

from collections.abc import Callable
from math import log
from statistics import fmean, median

OUTLIER = 100.0
TAU = 0.9
DELTA = 3.0
RATE = 0.9  # how often the label is 1


# region: search
def best(cost: Callable[[float], float], low: float, high: float) -> float:
    """Ternary search for the lowest place of a cost that falls, then rises."""
    for _ in range(200):
        a, b = low + (high - low) / 3, high - (high - low) / 3
        low, high = (low, b) if cost(a) < cost(b) else (a, high)
    return (low + high) / 2


def huber(r: float) -> float:
    return r * r / 2 if abs(r) <= DELTA else DELTA * (abs(r) - DELTA / 2)


def pinball(r: float) -> float:
    return max(TAU * r, (TAU - 1) * r)


def constant(loss: Callable[[float], float], ys: list[float]) -> float:
    return best(lambda c: sum(loss(y - c) for y in ys), min(ys), max(ys))


def probability(of_yes: Callable[[float], float], weight: float = 1.0) -> float:
    """What to say when of_yes(p) is the loss of a yes that was given p."""

    def expected(p: float) -> float:
        return weight * RATE * of_yes(p) + (1 - RATE) * of_yes(1 - p)

    return best(expected, 1e-9, 1 - 1e-9)


for last in (5.0, OUTLIER):
    ys = [1.0, 2.0, 3.0, 4.0, last]
    print(f"1, 2, 3, 4, {last:g}: mean {fmean(ys):.2f}, median {median(ys):.2f}")
    print(f"  squared {constant(lambda r: r * r, ys):.2f}", end="")
    print(f"  Huber {constant(huber, ys):.2f}  absolute {constant(abs, ys):.2f}")
many = [float(i) for i in range(101)]
print(f"0 to 100, pinball with tau = {TAU}: {constant(pinball, many):.2f}")
print(f"a yes at rate {RATE}: the probability that each loss asks for")
print(f"  cross-entropy       {probability(lambda p: -log(p)):.3f}")
print(f"  squared error       {probability(lambda p: (1 - p) ** 2):.3f}")
print(f"  absolute error      {probability(lambda p: 1 - p):.3f}")
for gamma in (1, 2):
    asked = probability(lambda p: -((1 - p) ** gamma) * log(p))
    print(f"  focal, gamma {gamma}      {asked:.3f}")
print(f"  yes weighted by 1/9 {probability(lambda p: -log(p), 1 / 9):.3f}")
# endregion
