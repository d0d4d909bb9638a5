"""When a node is marked, and how deep a call can go."""
from collections import deque

Graph = dict[int, list[int]]


# region: marks
def when_pushed(graph: Graph, root: int) -> tuple[int, int]:
    """Steps to the farthest node, and most entries in the queue."""
    steps, queue, most = {root: 0}, deque([root]), 1
    while queue:
        node = queue.popleft()
        for after in graph[node]:
            if after not in steps:
                steps[after] = steps[node] + 1
                queue.append(after)
        most = max(most, len(queue))
    return max(steps.values()), most


def when_popped(graph: Graph, root: int) -> tuple[int, int]:
    steps: dict[int, int] = {}
    queue, most = deque([(0, root)]), 1
    while queue:
        count, node = queue.popleft()
        if node in steps:
            continue
        steps[node] = count
        queue += [(count + 1, after) for after in graph[node] if after not in steps]
        most = max(most, len(queue))
    return max(steps.values()), most
# endregion


def depth_first(graph: Graph, node: int, seen: set[int]) -> set[int]:
    seen.add(node)
    for after in graph[node]:
        if after not in seen:
            depth_first(graph, after, seen)
    return seen


everybody = {u: [v for v in range(1000) if v != u] for u in range(1000)}
row = {u: [v for v in (u - 1, u + 1) if 0 <= v < 10_000] for u in range(10_000)}
for name, graph in ("all know all", everybody), ("a row", row):
    for walk in when_pushed, when_popped:
        far, most = walk(graph, 0)
        print(f"{name:11} {walk.__name__}: {far:,} steps, {most:,} in the queue")
try:
    print(f"recursion saw {len(depth_first(row, 0, set())):,} of {len(row):,}")
except RecursionError as error:
    print(f"a row       recursion: {type(error).__name__}")
