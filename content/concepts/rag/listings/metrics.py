"""Ranked lists: fused by rank, scored against labels, and read with an interval."""

from math import log2, sqrt

Ranking = list[str]


def fuse(rankings: list[Ranking], k: int = 60) -> list[tuple[str, float]]:
    """Reciprocal rank fusion: the scores of the retrievers are not looked at."""
    fused: dict[str, float] = {}
    for ranking in rankings:
        for rank, doc in enumerate(ranking, start=1):
            fused[doc] = fused.get(doc, 0.0) + 1 / (k + rank)
    return sorted(fused.items(), key=lambda pair: (-pair[1], pair[0]))


def scores(ranking: Ranking, relevant: set[str], k: int) -> dict[str, float]:
    hits = [doc in relevant for doc in ranking[:k]]
    gains = [hit / log2(rank + 1) for rank, hit in enumerate(hits, start=1)]
    ideal = [1 / log2(rank + 1) for rank in range(1, min(k, len(relevant)) + 1)]
    first = next((rank for rank, hit in enumerate(hits, start=1) if hit), None)
    return {
        f"recall@{k}": sum(hits) / len(relevant),
        f"precision@{k}": sum(hits) / k,
        "reciprocal rank": 1 / first if first else 0.0,
        f"nDCG@{k}": sum(gains) / sum(ideal),
    }


def wilson(right: int, asked: int, z: float = 1.96) -> tuple[float, float]:
    """An interval of about 95% for a share."""
    share, n = right / asked, asked
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return middle - half, middle + half


sparse = ["a", "b", "c", "d"]
dense = ["e", "f", "c", "g"]
print("fused:", [(doc, round(one, 4)) for doc, one in fuse([sparse, dense])[:3]])

measured = scores(["x", "r1", "y", "z", "r2"], {"r1", "r2", "r3"}, 5)
for name, value in measured.items():
    print(f"{name}: {value:.3f}")

found, used, lucky = 0.9, 0.9, 0.2
print(f"right: {found * used + (1 - found) * lucky:.2f}")
for right, asked in ((45, 50), (450, 500)):
    low, high = wilson(right, asked)
    print(f"{right} of {asked}: {100 * low:.1f}% to {100 * high:.1f}%")
