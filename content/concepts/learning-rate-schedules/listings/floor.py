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


def best() -> float:
    """Where the rate ends that makes the next m smallest, at each step."""
    m = START
    for _ in range(T):
        m = expected([CURVATURE * m / (CURVATURE**2 * m + noise)], m)
    return m


def simulated(rates: list[float], runs: int = 400) -> float:
    random, total = Random(1), 0.0
    for _ in range(runs):
        x = START**0.5
        for eta in rates:
            x -= eta * (CURVATURE * x + random.gauss(0, noise**0.5))
        total += x * x
    return total / runs


wave = [(1 + cos(pi * t / T)) / 2 for t in range(T)]
u = [t / T for t in range(T)]
shares = {
    "constant": [1.0] * T, "two drops to a tenth": [0.1 ** int(3 * s) for s in u],
    "exponential to 1%": [0.01**s for s in u], "linear to 0": [1 - s for s in u],
    "cosine to 0": wave, "cosine to 10%": [0.1 + 0.9 * s for s in wave],
    "last 20% to 0": [min(1, (1 - s) / 0.2) for s in u],
}
peaks = [0.1 * 2 ** (k / 8) for k in range(-48, 25)]  # 0.0016 to 0.8
print("floors", *(f"{eta}: {floor(eta):.5f}" for eta in (0.5, 0.1, 0.05, 0.01)))
print("schedule               at 0.1   best peak    ends")
print(f"0.01 throughout      {expected([0.01] * T):8.5f}")
for name, s in shares.items():
    tuned, peak = min((expected(p * share for share in s), p) for p in peaks)
    print(f"{name:20} {expected(0.1 * x for x in s):8.5f} {peak:11.4f} {tuned:.5f}")
print(f"1/(t+1)              {expected(1 / (t + 1) for t in range(T)):8.5f}")
print(f"best possible        {best():8.5f}")
print(f"cosine, 400 runs     {simulated([0.1 * s for s in wave]):8.4f}")
