"""Approximate search by inverted lists, filters, and the mean of many vectors."""

import numpy as np

rng = np.random.default_rng(0)


def unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


# 10,000 vectors around 300 topics, and 100 queries around the same.
topics, spread = rng.normal(size=(300, 32)), 0.9
around = [topics[rng.integers(300, size=count)] for count in (10_000, 100)]
stored, queries = (unit(at + spread * rng.normal(size=at.shape)) for at in around)


def train(rows: np.ndarray, lists: int, rounds: int = 8) -> np.ndarray:
    """Centers by spherical k-means."""
    centers = rows[rng.choice(len(rows), lists, replace=False)]
    for _ in range(rounds):
        nearest = np.argmax(rows @ centers.T, axis=1)
        sums = np.zeros_like(centers)
        np.add.at(sums, nearest, rows)
        centers = unit(sums + 1e-9 * centers)
    return centers


def top(query: np.ndarray, ids: np.ndarray, k: int = 10) -> set[int]:
    scores = stored[ids] @ query
    return set(ids[np.argsort(-scores)[:k]].tolist())


centers = train(stored[:3_000], 100)
list_of = np.argmax(stored @ centers.T, axis=1)
exact = [top(query, np.arange(len(stored))) for query in queries]
for probes in (1, 4, 16, 100):
    found = scanned = 0
    for query, truth in zip(queries, exact):
        nearest = np.argsort(-(centers @ query))[:probes]
        ids = np.flatnonzero(np.isin(list_of, nearest))
        found, scanned = found + len(top(query, ids) & truth), scanned + len(ids)
    share = scanned / (len(queries) * len(stored))
    print(f"probe {probes} of 100, {share:.1%} read: recall@10 {found / 1000:.2f}")

may_read = np.flatnonzero(rng.random(len(stored)) < 0.05)
after = [len(truth & set(may_read.tolist())) for truth in exact]
before = [len(top(query, may_read)) for query in queries]
print(f"5% may be read: a filter after search leaves {np.mean(after):.1f} of 10,")
print(f"a search among those finds {np.mean(before):.1f}")

for size in (1, 4, 16):
    sentences = unit(rng.normal(size=(400, size, 384)))
    chunks = unit(sentences.mean(axis=1))
    cosines = (chunks * sentences[:, 0]).sum(axis=1)
    print(f"mean of {size} sentences: cosine {cosines.mean():.2f} with each")
