"""A map with open addressing and linear probing, without dict or set."""
from collections.abc import Callable, Hashable


class Map:
    """self.slots is the list of slots; its length is the number of slots.
    Grow it by a factor, and keep at least one slot free.

    >>> m = Map()
    >>> m.put("a", 1); m.put("b", 2); m.put("a", 3)
    >>> m.get("a"), m.remove("b"), m.get("b"), len(m)
    (3, True, None, 1)
    """

    def __init__(self, hash_of: Callable[[Hashable], int] = hash) -> None:
        self.hash_of = hash_of  # slot: self.hash_of(key) % len(self.slots)
        self.slots: list = []  # begin with 8
        raise NotImplementedError

    def put(self, key: Hashable, value: object) -> None:
        raise NotImplementedError

    def get(self, key: Hashable, default: object = None) -> object:
        raise NotImplementedError

    def remove(self, key: Hashable) -> bool:
        """Whether the key was there."""
        raise NotImplementedError

    def __len__(self) -> int:
        """Keys that are stored."""
        raise NotImplementedError
