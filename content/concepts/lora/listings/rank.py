"""What rank r can reach: the best matrix of rank r, and one that is trained."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
N = 32
rng = np.random.default_rng(0)
U, V = (np.linalg.qr(rng.normal(size=(N, N)))[0] for _ in range(2))
SPECTRA: dict[str, Array] = {
    "rank 4": np.where(np.arange(N) < 4, 1.0, 0.0),
    "1/i": 1 / np.arange(1, N + 1),
    "flat": np.ones(N),
}


def truncated(delta: Array, r: int) -> Array:
    u, s, vt = np.linalg.svd(delta)
    return (u[:, :r] * s[:r]) @ vt[:r]


# region: train
def trained(delta: Array, r: int, var: Array, steps: int = 6000) -> Array:
    """BA by gradient descent on E|delta x - BA x|^2 / 2; x has these variances."""
    A, B = rng.normal(size=(r, N)) / N**0.5, np.zeros((N, r))
    for _ in range(steps):
        G = (B @ A - delta) * var  # dL/dW, averaged over inputs
        A, B = A - 0.1 * B.T @ G, B - 0.1 * G @ A.T
    return B @ A
# endregion


def error(delta: Array, other: Array, var: Array | None = None) -> float:
    weight = np.ones(N) if var is None else var
    gap = ((delta - other) ** 2 * weight).sum() / (delta**2 * weight).sum()
    return float(np.sqrt(gap))


print("relative error |dW - BA| / |dW|: best of rank r, and trained")
for name, s in SPECTRA.items():
    delta = (U * s) @ V.T
    for r in (2, 4, 8):
        best, ours = truncated(delta, r), trained(delta, r, np.ones(N))
        pair = error(delta, best), error(delta, ours)
        print(f"{name:7} r = {r}  {pair[0]:.3f}  {pair[1]:.3f}")

delta = (U * SPECTRA["1/i"]) @ V.T
var = np.where(np.arange(N) < 8, 2.5, 0.5)  # inputs of unequal variance
print("inputs of unequal variance: error of the weights, of the outputs")
for name, other in [
    ("best of rank 2", truncated(delta, 2)),
    ("trained, r = 2", trained(delta, 2, var)),
]:
    print(f"{name}  {error(delta, other):.3f}  {error(delta, other, var):.3f}")
