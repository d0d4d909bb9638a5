"""One loop and four frontiers: queue, stack, heap, heap with a guess."""
from collections import deque
from collections.abc import Callable
from heapq import heappop, heappush
from random import Random

Cell = tuple[int, int]
N = 60
START, GOAL = (15, 15), (44, 44)


def guess(cell: Cell) -> int:
    return abs(GOAL[0] - cell[0]) + abs(GOAL[1] - cell[1])


# region: loop
def search(price: dict[Cell, int], push: Callable, pop: Callable, frontier: list):
    """Cells expanded, most entries waiting, and the path that it found."""
    came: dict[Cell, Cell | None] = {}
    push(frontier, (0, START, None))
    longest = 1
    while frontier:
        cost, cell, parent = pop(frontier)
        if cell in came:  # an older entry of this cell came out first
            continue
        came[cell] = parent
        if cell == GOAL:
            break
        row, column = cell
        for down, right in (0, 1), (1, 0), (0, -1), (-1, 0):
            move = row + down, column + right
            if move in price and move not in came:
                push(frontier, (cost + price[move], move, cell))
        longest = max(longest, len(frontier))
    path, at = [], GOAL if GOAL in came else None
    while at is not None:
        path.append(at)
        at = came[at]
    return len(came), longest, path[::-1]
# endregion


def with_guess(heap: list, entry: tuple) -> None:
    heappush(heap, (entry[0] + guess(entry[1]), *entry))


FRONTIERS = {"queue": (deque.append, deque.popleft, deque),
             "stack": (list.append, list.pop, list),
             "heap": (heappush, heappop, list),
             "heap + guess": (with_guess, lambda heap: heappop(heap)[1:], list)}
rng = Random(4)
free = [(i, j) for i in range(N) for j in range(N)
        if rng.random() > 0.2 or (i, j) in (START, GOAL)]
for name, prices in ("every price 1", [1]), ("prices from 1 to 9", range(1, 10)):
    price = {cell: rng.choice(prices) for cell in free}
    print(f"{name:20} expanded  waiting  steps   cost")
    for name, (push, pop, make) in FRONTIERS.items():
        expanded, most, path = search(price, push, pop, make())
        cost = sum(price[cell] for cell in path[1:])
        print(f"  {name:18} {expanded:8,} {most:8,} {len(path) - 1:6,} {cost:6,}")
