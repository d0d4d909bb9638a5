"""Bias, variance and noise of k-nearest neighbors, measured over training sets."""
import math
import random
from statistics import fmean, pvariance

SIGMA, N, SETS = 0.5, 40, 1000
GRID = [i / 10 for i in range(-9, 10)]  # the points at which we predict
rng = random.Random(0)


def truth(x: float) -> float:
    return math.sin(3 * x + 1)


def observe(x: float) -> float:
    return truth(x) + rng.gauss(0, SIGMA)


def draw_training_set() -> list[tuple[float, float]]:
    xs = [rng.uniform(-1, 1) for _ in range(N)]
    return [(x, observe(x)) for x in xs]


def knn(train: list[tuple[float, float]], x: float, k: int) -> float:
    nearest = sorted(train, key=lambda pair: abs(pair[0] - x))[:k]
    return fmean(y for _, y in nearest)


def decompose(table: list[list[float]]) -> tuple[float, float]:
    """table[r][j]: what training set r predicts at grid point j."""
    columns = list(zip(*table))
    bias2 = fmean((fmean(c) - truth(x)) ** 2 for c, x in zip(columns, GRID))
    variance = fmean(pvariance(c) for c in columns)
    return bias2, variance


training_sets = [draw_training_set() for _ in range(SETS)]
fresh = [[observe(x) for x in GRID] for _ in range(SETS)]  # test targets

print(" k   bias2 variance  noise    sum  measured")
for k in (1, 3, 7, 15, 40):
    table = [[knn(train, x, k) for x in GRID] for train in training_sets]
    bias2, variance = decompose(table)
    misses = [p - truth(x) for row in table for p, x in zip(row, GRID)]
    noiseless = fmean(m * m for m in misses)
    assert math.isclose(noiseless, bias2 + variance, rel_tol=1e-9)  # an identity
    errors = [y - p for ys, row in zip(fresh, table) for y, p in zip(ys, row)]
    measured = fmean(e * e for e in errors)
    total = bias2 + variance + SIGMA**2
    row = f"{k:2} {bias2:7.3f} {variance:8.3f} {SIGMA**2:6.3f} {total:6.3f}"
    print(f"{row} {measured:9.3f}")

print("\nk = 15    set 1    set 2     mean    truth    bias2 variance")
for x in (-0.9, 0.2, 0.6):
    column = [knn(train, x, 15) for train in training_sets]
    mean, f = fmean(column), truth(x)
    row = (*column[:2], mean, f, (mean - f) ** 2, pvariance(column))
    print(f"x={x:4}" + "".join(f"{value:9.3f}" for value in row))
