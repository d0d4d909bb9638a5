from heapq import heappop, heappush
from random import Random

from cases import case, check, that

MOVES = {">": (0, 1), "v": (1, 0), "<": (0, -1), "^": (-1, 0)}


def by_heap(grid):
    rows, columns, out, heap = len(grid), len(grid[0]), set(), [(0, 0, 0)]
    while heap:
        price, i, j = heappop(heap)
        if (i, j) == (rows - 1, columns - 1):
            return price
        if (i, j) in out:
            continue
        out.add((i, j))
        for arrow, (down, right) in MOVES.items():
            if 0 <= i + down < rows and 0 <= j + right < columns:
                heappush(heap, (price + (arrow != grid[i][j]), i + down, j + right))


@case("Where conveyors lead to the goal, none is turned, however long the way.", judges=["prices-zero-one"])
def leads_there(task):
    check(task.fewest_turns, [">>v", "v<<", ">>>"], gives=0)
    check(task.fewest_turns, [">v", "^>"], gives=0)


@case("A turn costs one, in any direction.", judges=["prices-zero-one"])
def one_turn(task):
    check(task.fewest_turns, [">>", "<<"], gives=1)
    check(task.fewest_turns, ["<<<", "<<<"], gives=3)
    check(task.fewest_turns, ["^^", "^^"], gives=2)


@case("A long way without turns beats a short one with them.", judges=["front-and-back"])
def long_way(task):
    check(task.fewest_turns, [">>>>v", "v<<<<", ">>>>v", "v<<<<", ">>>>>"], gives=0)
    check(task.fewest_turns, ["v<<", "v<<", ">>v"], gives=0)


@case("A cell that is offered at 1 first may be offered at 0 a moment later.", judges=["improves-offers"])
def later_offer(task):
    check(task.fewest_turns, [">>", "vv", "<>"], gives=1)
    check(task.fewest_turns, [">>", "vv", "v>"], gives=1)


@case("One cell needs nothing; a row and a column are ways, too.", kind="edge")
def thin(task):
    check(task.fewest_turns, ["<"], gives=0)
    check(task.fewest_turns, ["><>v"], gives=1)
    check(task.fewest_turns, ["v", ">", "^"], gives=1)


@case("Conveyors that point out of the grid carry nothing around it.", kind="edge")
def outside(task):
    check(task.fewest_turns, ["<^^", "^^^"], gives=3)
    check(task.fewest_turns, [">>>", "^^^"], gives=1)


@case("For every grid of two by three it agrees with Dijkstra.", kind="property", hidden=True,
      judges=["prices-zero-one", "front-and-back", "improves-offers"])
def agrees_small(task):
    for code in range(4**6):
        cells = "".join("><v^"[code >> 2 * at & 3] for at in range(6))
        grid = [cells[:3], cells[3:]]
        got, wanted = task.fewest_turns(grid), by_heap(grid)
        that(got == wanted, "another number is the least", grid=grid, got=got, expected=wanted)


@case("On larger random grids, too.", kind="property", hidden=True, judges=["front-and-back", "improves-offers"])
def agrees(task):
    random = Random(6)
    for _ in range(60):
        columns = random.randrange(4, 9)
        grid = ["".join(random.choices("><v^", k=columns)) for _ in range(random.randrange(4, 9))]
        check(task.fewest_turns, grid, gives=by_heap(grid))


@case("40,000 cells end in time.", kind="scale", hidden=True, judges=["linear-cells"])
def large(task):
    n = 200
    snake = [(">" * (n - 1) + "v", "v" + "<" * (n - 1))[i % 2] for i in range(n - 1)] + ["<" * n]
    that(task.fewest_turns(snake) <= n - 1, "the winding way and the last row take at most 199 turns")
    that(task.fewest_turns(["<" * n] * n) == 2 * n - 2, "against all conveyors each step is a turn")
