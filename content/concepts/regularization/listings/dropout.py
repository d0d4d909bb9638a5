"""Inverted dropout: forward, backward, inference, and the penalty that it is."""
from itertools import product

import numpy as np

rng = np.random.default_rng(0)


# region: layer
def forward(h: np.ndarray, p: float,
            training: bool) -> tuple[np.ndarray, np.ndarray]:
    """Drops each unit with probability p; returns what is kept, and the factors."""
    if not training:
        return h, np.ones_like(h)
    factor = (rng.random(h.shape) >= p) / (1 - p)  # 0, or 1 / (1 - p)
    return h * factor, factor


def backward(grad: np.ndarray, factor: np.ndarray) -> np.ndarray:
    return grad * factor  # the mask of the forward pass, scaling included
# endregion


P = 0.3
h = np.ones(100_000)
out, factor = forward(h, P, training=True)
print(f"training:  dropped {np.mean(out == 0):.2f}, kept x {out.max():.4f}, "
      f"mean {out.mean():.2f}")
print(f"inference: mean {forward(h, P, training=False)[0].mean():.2f}")

# The gradient of c @ dropout(h), against central differences under the same mask.
h, c, eps = rng.normal(size=8), rng.normal(size=8), 1e-5
_, factor = forward(h, P, training=True)
ours = backward(c, factor)
numeric = [c @ ((h + e) * factor - (h - e) * factor) / (2 * eps)
           for e in eps * np.eye(8)]
print("gradient check:", np.allclose(ours, numeric, atol=1e-8))

# region: ridge
n, d = 50, 4
X = rng.normal(size=(n, d)) * [1.0, 2.0, 0.5, 1.0]
w, y = np.array([1.0, -2.0, 0.5, 3.0]), rng.normal(size=n)
expected = 0.0
for mask in product((0, 1), repeat=d):  # all 16 masks, each by its probability
    chance = np.prod([1 - P if kept else P for kept in mask])
    expected += chance * np.sum((y - (X * mask / (1 - P)) @ w) ** 2)
penalty = P / (1 - P) * np.sum(w ** 2 * np.sum(X ** 2, axis=0))
plain = np.sum((y - X @ w) ** 2)
print(f"loss {plain:.4f} + penalty {penalty:.4f} = {plain + penalty:.4f}")
print(f"expected loss over all masks  {expected:.4f}")
# endregion

# A ReLU between: dropout's mean is no longer what inference computes.
W = rng.normal(size=(4, 16)) / 2
v, x = np.abs(rng.normal(size=16)), rng.normal(size=4)
train = np.maximum(forward(np.tile(x, (20_000, 1)), 0.5, True)[0] @ W, 0) @ v
print(f"one ReLU layer, p = 0.5: mean in training {train.mean():.1f}, "
      f"at inference {v @ np.maximum(x @ W, 0):.1f}")
