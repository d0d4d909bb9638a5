"""Cheapest ways: Dijkstra, and a deque for prices 0 and 1, against Bellman-Ford."""
from collections import deque
from heapq import heappop, heappush
from math import inf
from random import Random

Graph = dict[int, dict[int, int]]


# region: dijkstra
def dijkstra(graph: Graph, source: int) -> dict[int, int]:
    best, settled, heap = {source: 0}, set(), [(0, source)]
    while heap:
        cost, node = heappop(heap)
        if node in settled:
            continue
        settled.add(node)
        for after, price in graph[node].items():
            if after not in settled and cost + price < best.get(after, inf):
                best[after] = cost + price
                heappush(heap, (best[after], after))
    return best
# endregion


def bellman_ford(graph: Graph, source: int) -> dict[int, int] | None:
    """Relaxes all edges, once for each node; None if the last round gained."""
    best, gained = {source: 0}, True
    for _ in graph:
        gained = False
        for node in graph:
            for after, price in graph[node].items():
                if node in best and best[node] + price < best.get(after, inf):
                    best[after], gained = best[node] + price, True
    return None if gained else best


def zero_one(graph: Graph, source: int) -> dict[int, int]:
    """Prices 0 and 1: what costs nothing goes to the front."""
    best, line = {source: 0}, deque([source])
    while line:
        node = line.popleft()
        for after, price in graph[node].items():
            if best[node] + price < best.get(after, inf):
                best[after] = best[node] + price
                (line.append if price else line.appendleft)(after)
    return best


def graphs(count: int, prices: range) -> list[Graph]:
    rng, n = Random(5), 8
    return [{u: {v: rng.choice(prices) for v in range(n) if rng.random() < 0.3}
             for u in range(n)} for _ in range(count)]


for lo, hi, walk in (0, 9, dijkstra), (0, 1, zero_one), (-1, 9, dijkstra):
    tried = [(g, bellman_ford(g, 0)) for g in graphs(2000, range(lo, hi + 1))]
    known = [(g, best) for g, best in tried if best]  # no negative cycle
    right = sum(walk(g, 0) == best for g, best in known)
    print(f"{lo} to {hi}: {walk.__name__} is right on {right:,} of {len(known):,}")
