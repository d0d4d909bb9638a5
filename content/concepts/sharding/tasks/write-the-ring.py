"""A hash ring with virtual nodes: who owns a key, and who has its copies."""

from bisect import bisect_left
from hashlib import blake2b


def place(text: str) -> int:
    """Where a text lies on the ring: the same integer on every machine."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


class Ring:
    """Point i of a node lies at place(f"{node}#{i}"), for i below `points`.

    A key belongs to the first point at or after place(key); behind the last
    point comes the first.

    >>> ring = Ring(points=1)
    >>> for node in ("north", "east", "west"): ring.add(node)
    >>> ring.owner("user:7")
    'north'
    >>> ring.owners("user:1", 2)  # behind the last point
    ['west', 'east']
    """

    def __init__(self, points: int) -> None:
        raise NotImplementedError

    def add(self, node: str) -> None:
        """One that is there already is left alone."""
        raise NotImplementedError

    def remove(self, node: str) -> None:
        """One that is not there is no error."""
        raise NotImplementedError

    def owner(self, key: str) -> str:
        """LookupError if the ring is empty."""
        raise NotImplementedError

    def owners(self, key: str, count: int) -> list[str]:
        """The owner and the next distinct nodes clockwise, `count` in all,
        or all nodes if there are fewer. LookupError if the ring is empty."""
        raise NotImplementedError
