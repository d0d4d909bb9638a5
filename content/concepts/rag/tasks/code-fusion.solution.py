"""Reciprocal rank fusion, and two metrics of a ranked list."""


def fuse(lists: list[list[str]], constant: int = 60) -> list[str]:
    score: dict[str, float] = {}
    for ranking in lists:
        for rank, doc in enumerate(ranking, start=1):
            score[doc] = score.get(doc, 0.0) + 1 / (constant + rank)
    return sorted(score, key=lambda doc: (-score[doc], doc))


def recall(ranking: list[str], relevant: set[str], k: int) -> float:
    return len(set(ranking[:k]) & relevant) / len(relevant)


def reciprocal_rank(ranking: list[str], relevant: set[str]) -> float:
    for rank, doc in enumerate(ranking, start=1):
        if doc in relevant:
            return 1 / rank
    return 0.0
