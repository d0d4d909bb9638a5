"""Topological order two ways, and cycles by three colors, on random graphs."""
from graphlib import CycleError, TopologicalSorter
from random import Random

Graph = dict[int, list[int]]
WHITE, GRAY, BLACK = range(3)


# region: colors
def by_finish(graph: Graph) -> list[int] | None:
    """Depth first, without recursion; None if a gray node is met again."""
    color, order = dict.fromkeys(graph, WHITE), []
    for root in graph:
        path = [root] if color[root] == WHITE else []
        rest = [iter(graph[root])]  # what each node on the path has yet to try
        while path:
            color[path[-1]] = GRAY
            after = next(rest[-1], None)
            if after is None:
                color[path[-1]] = BLACK
                order.append(path.pop())
                rest.pop()
            elif color[after] == GRAY:
                return None
            elif color[after] == WHITE:
                path.append(after)
                rest.append(iter(graph[after]))
    return order[::-1]
# endregion


def by_degree(graph: Graph) -> list[int] | None:
    """Kahn: take what waits for nothing, and release what waited for it."""
    waits = {node: sum(node in graph[other] for other in graph) for node in graph}
    order = [node for node in graph if waits[node] == 0]
    for node in order:  # a queue: it grows while it is read
        for after in graph[node]:
            waits[after] -= 1
            if waits[after] == 0:
                order.append(after)
    return order if len(order) == len(graph) else None


def has_order(graph: Graph) -> bool:
    before = {u: [v for v in graph if u in graph[v]] for u in graph}
    try:
        return TopologicalSorter(before).prepare() is None
    except CycleError:
        return False


rng, N = Random(1), 8
graphs = [{u: [v for v in range(N) if rng.random() < 0.1] for u in range(N)}
          for _ in range(2000)]
print(f"{sum(map(has_order, graphs))} of {len(graphs)} graphs have no cycle")
for sort in by_finish, by_degree:
    orders = [(graph, order) for graph in graphs if (order := sort(graph))]
    kept = sum(len(order) == N and all(order.index(u) < order.index(v)
               for u in graph for v in graph[u]) for graph, order in orders)
    print(f"{sort.__name__} gives {len(orders)} orders, {kept} keep all edges")
