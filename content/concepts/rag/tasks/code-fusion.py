"""Reciprocal rank fusion, and two metrics of a ranked list."""


def fuse(lists: list[list[str]], constant: int = 60) -> list[str]:
    """Returns all documents by their sums of 1 / (constant + rank), the best first.

    lists: rankings of document ids, the best first; each names a document at most
        once, and may lack documents that others have. Ranks start at 1.
    Documents with equal sums come in the order of their ids.

    >>> fuse([["b", "a"], ["c", "b"]])
    ['b', 'c', 'a']
    """
    raise NotImplementedError


def recall(ranking: list[str], relevant: set[str], k: int) -> float:
    """Returns recall@k. At least one document is relevant; k may exceed the list.

    >>> recall(["a", "b", "c"], {"b", "c"}, 2)
    0.5
    """
    raise NotImplementedError


def reciprocal_rank(ranking: list[str], relevant: set[str]) -> float:
    """Returns the reciprocal of the rank of the first relevant document, or 0.

    >>> reciprocal_rank(["a", "b", "c"], {"b", "c"})
    0.5
    """
    raise NotImplementedError
