"""Components by union-find: links followed, with and without its two rules."""
from random import Random

Edges = list[tuple[int, int]]


# region: union
class Sets:
    def __init__(self, n: int, halve: int = 1, by_size: int = 1) -> None:
        self.parent, self.size, self.links = list(range(n)), [1] * n, 0
        self.halve, self.by_size = halve, by_size

    def find(self, item: int) -> int:
        while self.parent[item] != item:
            if self.halve:  # from here on, the path is half as long
                self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
            self.links += 1
        return item

    def union(self, a: int, b: int) -> bool:
        """False if one set holds both: this edge closes a cycle."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.by_size and self.size[a] > self.size[b]:
            a, b = b, a
        self.parent[a] = b  # the smaller tree goes beneath the larger
        self.size[b] += self.size[a]
        return True
# endregion


def by_search(n: int, edges: Edges) -> int:
    near: list[list[int]] = [[] for _ in range(n)]
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)
    seen, count = set(), 0
    for root in range(n):
        count += root not in seen
        stack = [root]
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                stack += near[node]
    return count


N, rng = 2000, Random(3)
star = [(0, i) for i in range(1, N)]
pairs = [(rng.randrange(N), rng.randrange(N)) for _ in range(N)]
for name, edges in ("random pairs", pairs), ("0 with each", star):
    print(f"{name}: {by_search(N, edges)} components by search")
    for halve, by_size in (0, 0), (1, 0), (0, 1), (1, 1):
        sets = Sets(N, halve, by_size)
        left = N - sum(sets.union(a, b) for a, b in edges)
        print(f"  halve {halve}, by size {by_size}: {left:3} {sets.links:9,} links")
