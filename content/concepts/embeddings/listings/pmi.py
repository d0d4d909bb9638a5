"""Where skip-gram with negative sampling ends: shifted PMI, and what bends it."""

import numpy as np
from numpy.typing import NDArray

K = 5
COUNTS = np.array(  # rows: words, columns: contexts
    [[30.0, 20, 2, 8], [25, 30, 3, 12], [2, 4, 40, 24], [3, 6, 35, 56]]
)
N = COUNTS.sum()
WORD, CONTEXT = COUNTS.sum(1, keepdims=True), COUNTS.sum(0, keepdims=True)
SHIFTED = np.log(COUNTS * N / (WORD * CONTEXT)) - np.log(K)  # PMI - ln k


def noise(power: float) -> NDArray[np.float64]:
    return CONTEXT**power / (CONTEXT**power).sum()


def sgns(dim: int, power: float) -> NDArray[np.float64]:
    """Full-batch ascent on the expected objective; returns u . v of all pairs."""
    rng = np.random.default_rng(0)
    v, u = rng.normal(0, 0.5, (4, dim)), rng.normal(0, 0.5, (4, dim))
    negatives = K * WORD * noise(power)  # expected count of each negative pair
    for _ in range(20000):
        sigma = 1 / (1 + np.exp(-(v @ u.T)))
        error = COUNTS * (1 - sigma) - negatives * sigma
        v, u = v + 0.005 * error @ u, u + 0.005 * error.T @ v
    return v @ u.T


print("largest distance of u . v from        PMI - ln k    own optimum")
for dim, power in [(4, 1.0), (4, 0.75), (3, 1.0), (2, 1.0), (1, 1.0)]:
    found = sgns(dim, power)
    optimum = np.log(COUNTS / (K * WORD * noise(power)))
    print(f"dimension {dim}, noise ~ counts ** {power:<4}", end="     ")
    gaps = [np.abs(found - target).max() for target in (SHIFTED, optimum)]
    print(f"{gaps[0]:9.3f} {gaps[1]:14.3f}")

first = SHIFTED[0, 0]
print("\nfirst pair, noise ~ counts: 30 of 300, row 60, column 60")
print(f"PMI {first + np.log(K):.3f}, minus ln {K}: {first:.3f}", end="")
print(f", trained: {sgns(4, 1.0)[0, 0]:.3f}")
