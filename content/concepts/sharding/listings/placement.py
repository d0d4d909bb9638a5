"""20,000 keys on 10 nodes, then 11: which keys move, and how even is the load?"""

from bisect import bisect_left
from collections import Counter
from hashlib import blake2b

KEYS = [f"user:{at}" for at in range(20_000)]
OLD, NEW = 10, 11


def number(text: str) -> int:
    """The same on every machine, unlike hash() of a str."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


NUMBERS = [number(key) for key in KEYS]


def by_remainder(nodes: int) -> list[int]:
    return [hashed % nodes for hashed in NUMBERS]


def on_ring(nodes: int, points: int) -> list[int]:
    """Each key belongs to the first point at or after its own number."""
    ring = sorted((number(f"node:{node}#{copy}"), node)
                  for node in range(nodes) for copy in range(points))
    places = [place for place, _ in ring]
    return [ring[bisect_left(places, hashed) % len(ring)][1] for hashed in NUMBERS]


def highest(nodes: int) -> list[int]:
    """Rendezvous: each key belongs to the node that scores highest for it."""
    return [max(range(nodes), key=lambda node: number(f"{key}@{node}"))
            for key in KEYS]


def report(name: str, before: list[int], after: list[int]) -> None:
    moved = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    strays = sum(b < OLD for _, b in moved)  # between nodes that were there
    largest = max(Counter(before).values()) / (len(KEYS) / OLD)
    print(f"{name:<17}{len(moved) / len(KEYS):6.1%}{strays:8,}{largest:11.2f}")


print("from", OLD, "to", NEW, "nodes  moved  strays  largest")
report("remainder", by_remainder(OLD), by_remainder(NEW))
for points in (1, 10, 200):
    report(f"ring, {points} points", on_ring(OLD, points), on_ring(NEW, points))
report("rendezvous", highest(OLD), highest(NEW))
