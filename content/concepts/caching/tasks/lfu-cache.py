"""A cache that throws out the key with the fewest uses."""


class LFU:
    """At most `capacity` entries, one or more. `get` and `put` take constant time.

    When a new key comes to a full cache, the key with the fewest uses leaves; among
    equals, the one whose last use is longest ago. A key that left starts anew.

    >>> cache = LFU(2)
    >>> cache.put("a", 1); cache.put("b", 2)
    >>> cache.get("a")  # a has 2 uses, b has 1
    1
    >>> cache.put("c", 3)
    >>> cache.get("b") is None
    True
    """

    def __init__(self, capacity: int) -> None:
        raise NotImplementedError

    def get(self, key):
        """The value, or None if the key is not kept. A hit is a use."""
        raise NotImplementedError

    def put(self, key, value) -> None:
        """Stores a value, which is a use; for a new key the first."""
        raise NotImplementedError
