"""Cross-entropy from logits: stable, with its gradient checked numerically."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


# region: loss
def log_softmax(z: Array) -> Array:
    """(n, K) -> (n, K), without an exponential of a large number."""
    shifted = z - z.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def cross_entropy(z: Array, y: NDArray[np.int64]) -> tuple[float, Array]:
    """Mean loss of logits z (n, K) for labels y (n,), and its gradient (n, K)."""
    rows = np.arange(len(y))
    log_p = log_softmax(z)
    grad = np.exp(log_p)
    grad[rows, y] -= 1.0
    return float(-log_p[rows, y].mean()), grad / len(y)


def numeric(z: Array, y: NDArray[np.int64], h: float = 1e-5) -> Array:
    grad = np.zeros_like(z)
    for i in np.ndindex(*z.shape):
        step = np.zeros_like(z)
        step[i] = h
        up, down = cross_entropy(z + step, y)[0], cross_entropy(z - step, y)[0]
        grad[i] = (up - down) / (2 * h)
    return grad


def slope(z: float) -> tuple[float, float]:
    """Loss of a sigmoid output for label 1, and its slope in the logit."""
    p = 1 / (1 + np.exp(-z))
    return float(-np.log(p)), float(p - 1)  # cross-entropy


z = np.array([[2.0, 1.0, 0.1], [800.0, 0.0, -800.0]])
y = np.array([0, 1])
loss, grad = cross_entropy(z[:1], y[:1])
print(f"one row: loss {loss:.4f}, gradient", " ".join(f"{g:.4f}" for g in grad[0]))
print(f"gradient rows sum to zero: {abs(grad.sum()) < 1e-12}")
agrees = np.allclose(grad, numeric(z[:1], y[:1]), atol=1e-8)
print(f"agrees with differences: {agrees}")
print(f"logits of 800: loss {cross_entropy(z[1:], y[1:])[0]:.1f}")
for n_classes in (2, 10, 1000):
    flat = cross_entropy(np.zeros((1, n_classes)), np.array([0]))[0]
    print(f"{n_classes:5d} classes, all logits equal: loss {flat:.3f}")
for at in (-6.0, -3.0, 0.0, 3.0):
    value, gradient = slope(at)
    print(f"label 1, logit {at:4.1f}: loss {value:.4f}, slope {gradient:.5f}")
# endregion
