"""A noisy quadratic: the expected squared error under each schedule, exactly."""
from collections.abc import Iterable
from math import cos, pi
from random import Random

T, BATCH, CURVATURE = 1000, 1, 1.0
START = 100.0  # squared distance from the minimum
noise = 1.0 / BATCH  # variance of a gradient


# region: recursion
def expected(rates: Iterable[float], m: float = START) -> float:
    for eta in rates:
        m = (1 - eta * CURVATURE) ** 2 * m + eta**2 * noise
    return m


def floor(eta: float) -> float:
    return eta * noise / (CURVATURE * (2 - eta * CURVATURE))
# endregion


def best() -> list[float]:
    """The rate that makes the next m smallest, at each step."""
    m, rates = START, []
    for _ in range(T):
        rates.append(CURVATURE * m / (CURVATURE**2 * m + noise))
        m = expected(rates[-1:], m)
    return rates


def simulated(rates: list[float], runs: int = 400) -> float:
    random, total = Random(1), 0.0
    for _ in range(runs):
        x = START**0.5
        for eta in rates:
            x -= eta * (CURVATURE * x + random.gauss(0, noise**0.5))
        total += x * x
    return total / runs


def wave(t: float) -> float:
    return (1 + cos(pi * t)) / 2


u = [t / T for t in range(T)]
schedules = {
    "constant 0.1": [0.1] * T, "constant 0.01": [0.01] * T,
    "step 0.1, 0.01, 0.001": [0.1 * 0.1 ** int(3 * s) for s in u],
    "exponential to 0.001": [0.1 * 0.01**s for s in u],
    "linear to 0": [0.1 * (1 - s) for s in u],
    "cosine to 0": [0.1 * wave(s) for s in u],
    "cosine to 10%": [0.01 + 0.09 * wave(s) for s in u],
    "constant, last 20% to 0": [0.1 * min(1, (1 - s) / 0.2) for s in u],
    "1/(t+1)": [1 / (t + 1) for t in range(T)], "best possible": best(),
}
print("floors", *(f"{eta}: {floor(eta):.5f}" for eta in (0.5, 0.1, 0.05, 0.01)))
for name, rates in schedules.items():
    print(f"{name:24} {expected(rates):.5f}")
print(f"cosine to 0, 400 runs    {simulated(schedules['cosine to 0']):.4f}")
