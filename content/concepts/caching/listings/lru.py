"""LRU in constant time: a map to nodes, and a ring of nodes in order of use."""

import random
from functools import lru_cache


class Node:
    def __init__(self, key: str | int, value: int) -> None:
        self.key, self.value = key, value
        self.newer = self.older = self


class LRU:
    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.nodes: dict[str | int, Node] = {}
        self.ring = Node("", 0)  # no entry: the newest and the oldest are beside it

    # region: core
    def unlink(self, node: Node) -> None:
        node.newer.older, node.older.newer = node.older, node.newer

    def to_front(self, node: Node) -> None:
        node.newer, node.older = self.ring, self.ring.older
        node.older.newer = self.ring.older = node

    def get(self, key: str | int) -> int | None:
        if (node := self.nodes.get(key)) is None:
            return None
        self.unlink(node)
        self.to_front(node)
        return node.value

    def put(self, key: str | int, value: int) -> None:
        if (node := self.nodes.get(key)) is not None:
            node.value = value
            self.unlink(node)
        else:
            if len(self.nodes) >= self.capacity:
                self.unlink(oldest := self.ring.newer)
                del self.nodes[oldest.key]
            node = self.nodes[key] = Node(key, value)
        self.to_front(node)
    # endregion


small = LRU(3)
for letter in "ABCAD":
    small.get(letter) or small.put(letter, 1)
print("A B C A D in 3 slots keeps", *small.nodes)

rng, mine, hits = random.Random(0), LRU(100), 0
theirs = lru_cache(maxsize=100)(lambda key: key)
for key in (int(rng.paretovariate(0.4)) for _ in range(20_000)):
    if mine.get(key) == theirs(key):
        hits += 1
    else:
        mine.put(key, key)
print(f"100 slots, 20,000 reads: {hits} hits, {len(mine.nodes)} keys kept")
print(f"functools.lru_cache:     {theirs.cache_info().hits} hits")
