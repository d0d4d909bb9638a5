"""The cheapest way along roads that have prices."""
from heapq import heappop, heappush
from itertools import count


def cheapest(roads, source, target):
    """Returns (price, way) of a cheapest way from source to target, or None if
    there is none.

    roads: a dict from a place to a list of (place, price), one for each road
    that leads away. Prices are 0 or more. A place without roads need not be a
    key. Places are any hashable values that are not None; they need not be
    comparable with each other.
    way: the list of places from source to target, both included.

    >>> cheapest({"a": [("b", 9), ("c", 1)], "c": [("b", 2)]}, "a", "b")
    (3, ['a', 'c', 'b'])
    """
    raise NotImplementedError
