"""The maximum of each window of k values."""
from collections import deque


def maxima(values, k):
    """Returns the largest value of each run of k neighbors, from left to right.

    values: n numbers; k: from 1 to n. The result has n - k + 1 numbers.

    >>> maxima([4, 2, 3, 1, 5], 3)
    [4, 3, 5]
    """
    raise NotImplementedError
