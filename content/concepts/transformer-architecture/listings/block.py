"""Pre-norm blocks from scratch: what connects positions, what keeps them apart."""
import numpy as np
from numpy.typing import NDArray
Array = NDArray[np.float64]
n, d, h, layers = 8, 32, 4, 12
MASK = np.triu(np.full((n, n), -np.inf), k=1)


def norm(x: Array) -> Array:
    centered = x - x.mean(-1, keepdims=True)
    return centered / np.sqrt(x.var(-1, keepdims=True) + 1e-5)


def softmax(s: Array) -> Array:
    e = np.exp(s - s.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def weights(rng: np.random.Generator) -> list[Array]:
    shapes = [(d, d)] * 4 + [(d, 4 * d), (4 * d, d)]
    return [rng.normal(0, shape[0] ** -0.5, shape) for shape in shapes]


# region: block
def attention(u: Array, w: list[Array]) -> Array:
    # (n, d) -> (h, n, d / h)
    q, k, v = ((u @ m).reshape(n, h, d // h).transpose(1, 0, 2) for m in w[:3])
    a = softmax(q @ k.transpose(0, 2, 1) / np.sqrt(d // h) + MASK)
    return (a @ v).transpose(1, 0, 2).reshape(n, d) @ w[3]


def mlp(u: Array, w: list[Array]) -> Array:
    return np.maximum(u @ w[4], 0) @ w[5]


def block(x: Array, w: list[Array], mix: bool = True) -> Array:
    if mix:
        x = x + attention(norm(x), w)
    return x + mlp(norm(x), w)
# endregion


def moved(mix: bool, changed: int) -> list[int]:
    """The output positions that move when one input position changes."""
    rng = np.random.default_rng(0)
    x, stack = rng.normal(size=(n, d)), [weights(rng) for _ in range(layers)]
    other = x.copy()
    other[changed] = rng.normal(size=d)
    for w in stack:
        x, other = block(x, w, mix), block(other, w, mix)
    if mix and changed == 0:
        unit = x / np.linalg.norm(x, axis=-1, keepdims=True)
        cosine = ((unit @ unit.T).sum() - n) / (n * n - n)
        print(f"mean cosine {cosine:.2f}")
    return [i for i in range(n) if np.abs(x - other)[i].max() > 1e-9]


print("change position 0:", moved(True, 0))
print("change position 5:", moved(True, 5))
print("the same without attention:", moved(False, 5))
