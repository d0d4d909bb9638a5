"""Separable: y = 1 at x = 1 and y = 0 at x = -1; one weight, no intercept."""
from collections.abc import Callable
from math import exp, log

RIGHT, WRONG = 10, 0  # points on the right and on the wrong side
L2 = 0.0
TIMES = (10, 100, 1_000, 10_000, 100_000)


def root(f: Callable[[float], float]) -> float:
    """Where the increasing f crosses zero, by bisection."""
    low, high = 0.0, 100.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) < 0 else (low, middle)
    return low


# region: descend
def descend(steps: int) -> float:
    """Gradient descent on the mean loss with step size 1, from w = 0."""
    w, n = 0.0, RIGHT + WRONG
    for _ in range(steps):
        p = 1 / (1 + exp(-w))
        gradient = (WRONG * p - RIGHT * (1 - p)) / n + L2 * w
        w -= gradient
    return w
# endregion


print("  steps         w   e^w + w = t + 1    ln t")
for t in TIMES:
    flow = root(lambda w: exp(w) + w - t - 1)
    print(f"{t:7}{descend(t):10.3f}{flow:18.3f}{log(t):8.3f}")

print("\npenalty   w where penalty * w = 1 / (1 + e^w)")
for l2 in (1.0, 0.1, 0.01, 0.001):
    print(f"{l2:7}{root(lambda w: l2 * w - 1 / (1 + exp(w))):10.3f}")
