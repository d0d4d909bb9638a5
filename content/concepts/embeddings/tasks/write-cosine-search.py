"""The nearest documents by cosine, on plain lists."""
from heapq import nsmallest
from math import inf, sqrt


def nearest(query, documents, k):
    """Returns the indices of the k documents most similar to the query, best first.

    query: a vector, a list of d numbers, not all of them zero.
    documents: n lists of d numbers, of any length as vectors.
    k: how many; all of them if there are fewer.

    A document of zeros has no direction and comes last. Where cosines are equal,
    the lower index comes first.

    >>> nearest([1.0, 0.0], [[5.0, 5.0], [0.9, 0.1]], 2)
    [1, 0]
    """
    raise NotImplementedError
