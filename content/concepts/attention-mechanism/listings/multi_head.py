"""Multi-head attention in NumPy: every shape, two masks, self and cross."""
import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def softmax(scores: Array) -> Array:
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True)


def split(x: Array, heads: int) -> Array:  # (b, n, d) -> (b, h, n, d / h)
    b, n, d = x.shape
    return x.reshape(b, n, heads, d // heads).transpose(0, 2, 1, 3)


def merge(x: Array) -> Array:  # (b, h, n, d / h) -> (b, n, d)
    b, h, n, d_k = x.shape
    return x.transpose(0, 2, 1, 3).reshape(b, n, h * d_k)


def multi_head(x: Array, memory: Array, w: dict[str, Array], heads: int,
               allowed: NDArray[np.bool_]) -> tuple[Array, Array]:
    q = split(x @ w["q"], heads)
    k, v = (split(memory @ w[name], heads) for name in "kv")
    scores = q @ k.swapaxes(-1, -2) / math.sqrt(q.shape[-1])
    weights = softmax(np.where(allowed, scores, -np.inf))
    return merge(weights @ v) @ w["o"], weights


b, n, m, d, heads = 2, 5, 7, 16, 4
rng = np.random.default_rng(3)
w = {name: rng.normal(0, d**-0.5, (d, d)) for name in "qkvo"}
x, memory = rng.normal(size=(b, n, d)), rng.normal(size=(b, m, d))

causal = np.tril(np.ones((n, n), bool))         # (n, n): row i sees j <= i
real = np.arange(n) < np.array([[5], [3]])      # (b, n): lengths 5 and 3
allowed = causal & real[:, None, None, :]       # (b, 1, n, n): for every head

out, weights = multi_head(x, x, w, heads, allowed)
print("self   out", out.shape, " weights", weights.shape)
print("rows sum to 1     ", np.allclose(weights.sum(-1), 1))
print("future weight     ", f"{weights[..., ~causal].sum():.1f}")
print("padding weight    ", f"{weights[1, :, :, 3:].sum():.1f}")
for row in weights[0, 0]:                       # first sequence, first head
    print("   ", " ".join(f"{share:.2f}" for share in row))

changed = x.copy()
changed[:, 3] += 5.0                            # touch position 3 only
moved = np.abs(multi_head(changed, changed, w, heads, allowed)[0] - out).max((0, 2))
print("positions that moved", [i for i in range(n) if moved[i] > 1e-12])

out, weights = multi_head(x, memory, w, heads, np.ones((n, m), bool))
print("cross  out", out.shape, " weights", weights.shape)
