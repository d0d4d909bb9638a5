"""The two directions of KL: a table of two, and a Gaussian fitted to two modes."""

from math import exp, log, pi, sqrt

P = (0.5, 0.5)
Q = (0.9, 0.1)
SPREAD = 0.5  # standard deviation of each of the two modes, at -a and +a
CENTERS = (3.0, 1.0)
GRID = [i / 50 - 12 for i in range(1201)]


def kl(p: tuple[float, ...], q: tuple[float, ...]) -> float:
    return sum(a * log(a / b) for a, b in zip(p, q) if a > 0)


def normal(x: float, mean: float, sd: float) -> float:
    return exp(-(((x - mean) / sd) ** 2) / 2) / (sd * sqrt(2 * pi))


def reverse_kl(mean: float, sd: float, target: list[float]) -> float:
    """KL(q || p) of a Gaussian q to the two modes p, summed over the grid."""
    total = 0.0
    for x, log_p in zip(GRID, target):
        q = normal(x, mean, sd)
        if q > 1e-30:
            total += q * (log(q) - log_p) / 50
    return total


def log_two_modes(x: float, a: float) -> float:
    """Log density, from the larger term, so that far tails do not underflow."""
    near, far = sorted(((x - c) / SPREAD) ** 2 / 2 for c in (a, -a))
    return -near + log((1 + exp(near - far)) / (2 * SPREAD * sqrt(2 * pi)))


# region: fit
def reverse_fit(a: float) -> tuple[float, float, float]:
    """Best mean and deviation by a search that halves its step."""
    target = [log_two_modes(x, a) for x in GRID]
    best = min((reverse_kl(m, s, target), m, s) for m in (0.0, a) for s in (0.5, a))
    step = 0.4
    while step > 0.002:
        value, m, s = best
        ways = (-step, 0.0, step)
        near = [(m + i, s + j) for i in ways for j in ways if s + j > 0.05]
        found = min((reverse_kl(u, v, target), u, v) for u, v in near)
        best, step = (found, step) if found[0] < value - 1e-12 else (best, step / 2)
    return best


entropy = -sum(a * log(a) for a in P)
cross = -sum(a * log(b) for a, b in zip(P, Q))
print(f"KL(p||q) {kl(P, Q):.3f}   KL(q||p) {kl(Q, P):.3f}")
print(f"H(p, q) {cross:.3f} = H(p) {entropy:.3f} + KL(p||q) {cross - entropy:.3f}")
for a in CENTERS:
    value, mean, sd = reverse_fit(a)
    print(f"modes at ±{a:g}, each of deviation {SPREAD:g}")
    print(f"  forward KL: mean 0.00, deviation {sqrt(a * a + SPREAD**2):.2f}")
    print(f"  reverse KL: mean {abs(mean):.2f}, deviation {sd:.2f}, KL {value:.3f}")
# endregion
