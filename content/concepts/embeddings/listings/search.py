"""Which vector is nearest: by length or by direction, and in fewer bytes."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
rng = np.random.default_rng(0)
D, DOCS, ASKED, TOP = 256, 5000, 200, 10


def unit(x: Array) -> Array:
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


query, vectors = np.array([1.0, 0.0]), np.array([[0.9, 0.1], [5.0, 5.0]])
for vector in vectors:
    dot, cosine = query @ vector, unit(query) @ unit(vector)
    print(f"({vector[0]:.1f}, {vector[1]:.1f}): dot {dot:.1f}, cosine {cosine:.3f}")

print("\ncosine of random pairs   mean     sd  mean, centered")
for width, mean in [(50, 0), (300, 0), (1536, 0), (1536, 1), (1536, 2)]:
    cloud = rng.normal(size=(1000, width)) + mean
    pairs = np.triu_indices(1000, 1)
    raw = (unit(cloud) @ unit(cloud).T)[pairs]
    centered = unit(cloud - cloud.mean(0))
    after = (centered @ centered.T)[pairs].mean()
    numbers = f"{abs(raw.mean()):6.2f} {raw.std():6.3f} {abs(after):15.2f}"
    print(f"width {width:4}, each + {mean}  {numbers}")

# Made up: the variance falls along the directions; each query is near a document.
spread = 1 / np.sqrt(1 + np.arange(D))
cloud = rng.normal(size=(DOCS, D)) * spread
asked = unit(cloud[:ASKED] + 0.5 * rng.normal(size=(ASKED, D)) * spread)
stored = unit(cloud)


def top(scores: Array, k: int = TOP) -> NDArray[np.int64]:
    return np.argsort(-scores, axis=1, kind="stable")[:, :k]


scores = asked @ stored.T
exact = top(scores)
coarse = np.sign(asked) @ np.sign(stored).T
rescored = np.full_like(scores, -1)
shortlist = top(coarse, 500)
np.put_along_axis(rescored, shortlist, np.take_along_axis(scores, shortlist, 1), 1)
ways = [
    ("int8", D, asked @ np.round(stored * 127 / np.abs(stored).max()).T),
    ("first 64 of 256", 4 * 64, unit(asked[:, :64]) @ unit(stored[:, :64]).T),
    ("last 64 of 256", 4 * 64, unit(asked[:, -64:]) @ unit(stored[:, -64:]).T),
    ("signs", D // 8, coarse),
    ("signs, 500 rescored", D // 8, rescored),
]
print(f"\n{4 * D} bytes a vector and an exact scan; of its top {TOP}, others find")
for name, size, found in ways:
    hits = [len(np.intersect1d(a, b)) for a, b in zip(exact, top(found))]
    print(f"{name:20} {size:3} bytes {np.mean(hits) / TOP:5.0%}")
