"""A cache that throws out the key whose last use is longest ago."""


class LRU:
    """At most `capacity` entries, one or more. `get` and `put` take constant time.

    >>> cache = LRU(2)
    >>> cache.put("a", 1); cache.put("b", 2)
    >>> cache.get("a")
    1
    >>> cache.put("c", 3)  # b was used longest ago
    >>> cache.get("b") is None
    True
    """

    def __init__(self, capacity: int) -> None:
        raise NotImplementedError

    def get(self, key):
        """The value, or None if the key is not kept. A hit is a use."""
        raise NotImplementedError

    def put(self, key, value) -> None:
        """Stores a value, which is a use. Only a new key in a full cache evicts."""
        raise NotImplementedError
