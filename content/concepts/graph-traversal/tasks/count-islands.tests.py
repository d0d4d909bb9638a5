from random import Random

from cases import case, check, that


def by_unions(grid):
    parent = {(i, j): (i, j) for i, line in enumerate(grid) for j, land in enumerate(line) if land}

    def find(cell):
        while parent[cell] != cell:
            cell = parent[cell]
        return cell

    for i, j in parent:
        for near in (i + 1, j), (i, j + 1):
            if near in parent:
                parent[find((i, j))] = find(near)
    return sum(parent[cell] == cell for cell in parent)


@case("Islands that water parts are counted, each once.", judges=["starts-counted"])
def examples(task):
    check(task.count_islands, [[1, 1, 0], [0, 0, 0], [0, 1, 1]], gives=2)
    check(task.count_islands, [[1, 0, 1], [0, 0, 0], [1, 0, 1]], gives=4)


@case("A U is one island: its second arm is reached from below.", judges=["starts-counted"])
def second_arm(task):
    check(task.count_islands, [[1, 0, 1], [1, 0, 1], [1, 1, 1]], gives=1)
    check(task.count_islands, [[0, 1, 0], [1, 1, 1], [0, 1, 0]], gives=1)


@case("Cells that touch at a corner alone are two islands.", judges=["stays-inside"])
def corners(task):
    check(task.count_islands, [[1, 0], [0, 1]], gives=2)
    check(task.count_islands, [[0, 1], [1, 0]], gives=2)


@case("The first and the last row or column do not touch.", kind="edge", judges=["stays-inside"])
def edges(task):
    check(task.count_islands, [[1, 0, 1]], gives=2)
    check(task.count_islands, [[1], [0], [1]], gives=2)
    check(task.count_islands, [[0, 0, 1], [1, 0, 0]], gives=2)


@case("No rows, no columns, no land: no island.", kind="edge")
def none(task):
    check(task.count_islands, [], gives=0)
    check(task.count_islands, [[]], gives=0)
    check(task.count_islands, [[0, 0], [0, 0]], gives=0)


@case("The grid stays as it is.", kind="edge", hidden=True)
def stays(task):
    grid = [[1, 0], [1, 1]]
    task.count_islands(grid)
    that(grid == [[1, 0], [1, 1]], "the grid was changed", grid=grid)


@case("On random grids it agrees with union-find.", kind="property", hidden=True, judges=["starts-counted", "stays-inside"])
def agrees(task):
    random = Random(1)
    for _ in range(150):
        rows, columns = random.randrange(1, 7), random.randrange(1, 7)
        grid = [[int(random.random() < 0.55) for _ in range(columns)] for _ in range(rows)]
        check(task.count_islands, grid, gives=by_unions(grid))


@case("An island of 40,000 cells, and one long winding row of them, end in time.", kind="scale", hidden=True,
      judges=["survives-depth"])
def large(task):
    n = 200
    that(task.count_islands([[1] * n for _ in range(n)]) == 1, "all land is one island")
    snake = [[1] * n if i % 2 == 0 else [int(j == (n - 1 if i % 4 == 1 else 0)) for j in range(n)] for i in range(n)]
    that(task.count_islands(snake) == 1, "the winding row is one island")
