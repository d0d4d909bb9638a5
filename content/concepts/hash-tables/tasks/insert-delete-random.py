"""A set with insert, remove and a random element, each constant on average."""
from collections.abc import Callable, Hashable


class RandomSet:
    """>>> s = RandomSet()
    >>> s.insert("a"), s.insert("b"), s.insert("a")
    (True, True, False)
    >>> s.remove("a"), s.random(lambda n: 0)
    (True, 'b')
    """

    def __init__(self) -> None:
        raise NotImplementedError

    def insert(self, x: Hashable) -> bool:
        """Adds x; False if it is there already."""
        raise NotImplementedError

    def remove(self, x: Hashable) -> bool:
        """Removes x; False if it is not there."""
        raise NotImplementedError

    def random(self, below: Callable[[int], int]) -> Hashable:
        """An element, each equally likely: below(n) gives a uniform integer from
        0 to n - 1. Call it once. The set is not empty."""
        raise NotImplementedError
