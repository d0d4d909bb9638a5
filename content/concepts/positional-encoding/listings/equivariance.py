"""Without positions attention cannot see order, unless a mask shows it."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
rng = np.random.default_rng(0)
n, d = 6, 16
w_q, w_k, w_v = rng.normal(0, d**-0.5, (3, d, d))
ORDER = np.array([2, 0, 1, 5, 4, 3])


# region: attention
def attention(x: Array, causal: bool) -> Array:
    scores = (x @ w_q) @ (x @ w_k).T / np.sqrt(d)
    if causal:
        scores = np.where(np.tri(n, dtype=bool), scores, -np.inf)
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    return weights / weights.sum(-1, keepdims=True) @ (x @ w_v)


def gap(causal: bool, places: Array) -> float:
    """Shuffle the tokens: by how much do the outputs differ from shuffled ones?"""
    x = rng.normal(size=(n, d))
    shuffled = attention(x[ORDER] + places, causal)
    return float(np.abs(shuffled - attention(x + places, causal)[ORDER]).max())
# endregion


angle = np.outer(np.arange(n), 10_000.0 ** -np.arange(0, 1, 2 / d))
encoding = np.stack([np.sin(angle), np.cos(angle)], -1).reshape(n, d)
for name, causal, places in (
    ("no mask, no positions", False, np.zeros((n, d))),
    ("causal mask, no positions", True, np.zeros((n, d))),
    ("no mask, sinusoidal positions", False, encoding),
):
    print(f"{name}: outputs merely shuffled:", gap(causal, places) < 1e-12)

same = np.tile(rng.normal(size=d), (n, 1))
spread = np.ptp(attention(same, causal=True), axis=0).max()
print("causal, six equal tokens: outputs all equal:", bool(spread < 1e-12))
same[0] = rng.normal(size=d)
spread = np.ptp(attention(same, causal=True)[1:], axis=0).max()
print("causal, another first token: the other five equal:", bool(spread < 1e-12))
