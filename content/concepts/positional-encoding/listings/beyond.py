"""A RoPE score fitted to 64 distances and read at 256: what breaks."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
d, trained, asked, base = 64, 64, 256, 10_000.0
RIDGE = 1e-2  # how small the coefficients are kept


def frequencies(base: float) -> Array:
    return base ** (-np.arange(0, d, 2) / d)


# region: fit
def waves(distances: Array, theta: Array) -> Array:
    """The score at a distance is linear in these: cosine and sine of each pair."""
    angles = np.outer(distances, theta)
    return np.hstack([np.cos(angles), np.sin(angles)])


seen = np.arange(trained, dtype=float)
wanted = 8 * np.exp(-(((seen - 3) / 2) ** 2))  # read the token three back
x = waves(seen, frequencies(base))
fitted = np.linalg.solve(x.T @ x + RIDGE * np.eye(d), x.T @ wanted)
# endregion


def report(name: str, distances: Array, theta: Array) -> None:
    scores = waves(distances, theta) @ fitted
    weights = np.exp(scores - scores.max())
    weights /= weights.sum()
    near, top = weights[1:6].sum(), int(scores.argmax())
    print(f"{name:19} largest score {scores.max():5.1f} at {top:3}", end=", ")
    print(f"weight on distances 1 to 5: {near:.2f}")


far = np.arange(asked, dtype=float)
stretch = asked / trained
report("trained length", seen, frequencies(base))
report("four times as long", far, frequencies(base))
report("interpolated (PI)", far / stretch, frequencies(base))
report("NTK-aware base", far, frequencies(base * stretch ** (d / (d - 2))))
