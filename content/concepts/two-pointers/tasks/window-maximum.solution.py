"""The maximum of each window of k values."""
from collections import deque


def maxima(values, k):
    kept, result = deque(), []  # indexes whose values fall
    for right, value in enumerate(values):
        while kept and values[kept[-1]] <= value:
            kept.pop()
        kept.append(right)
        if kept[0] <= right - k:
            kept.popleft()
        if right >= k - 1:
            result.append(values[kept[0]])
    return result
