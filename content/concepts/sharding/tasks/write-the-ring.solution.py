"""A hash ring with virtual nodes: who owns a key, and who has its copies."""

from bisect import bisect_left
from hashlib import blake2b


def place(text: str) -> int:
    """Where a text lies on the ring: the same integer on every machine."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


class Ring:
    def __init__(self, points: int) -> None:
        self.points = points
        self.ring: list[tuple[int, str]] = []  # sorted (place, node)

    def add(self, node: str) -> None:
        if any(node == other for _, other in self.ring):
            return
        new = [(place(f"{node}#{i}"), node) for i in range(self.points)]
        self.ring = sorted(self.ring + new)

    def remove(self, node: str) -> None:
        self.ring = [entry for entry in self.ring if entry[1] != node]

    def owner(self, key: str) -> str:
        return self.owners(key, 1)[0]

    def owners(self, key: str, count: int) -> list[str]:
        if not self.ring:
            raise LookupError("an empty ring owns nothing")
        start = bisect_left(self.ring, (place(key), ""))
        found: list[str] = []
        for step in range(len(self.ring)):
            node = self.ring[(start + step) % len(self.ring)][1]
            if node not in found:
                found.append(node)
                if len(found) == count:
                    break
        return found
