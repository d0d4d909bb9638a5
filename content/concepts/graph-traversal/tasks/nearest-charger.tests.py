from random import Random

from cases import case, check, that


def slowly(grid):
    """Lowers each number to one more than its least neighbor until nothing changes."""
    far = 10**6
    steps = [[0 if kind == "C" else far for kind in line] for line in grid]
    changed = True
    while changed:
        changed = False
        for i, line in enumerate(grid):
            for j, kind in enumerate(line):
                near = [steps[a][b] + 1 for a, b in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1))
                        if 0 <= a < len(grid) and 0 <= b < len(line) and grid[a][b] != "#"]
                if kind != "#" and near and min(near) < steps[i][j]:
                    steps[i][j] = min(near)
                    changed = True
    return [[None if one >= far or grid[i][j] == "#" else one for j, one in enumerate(line)]
            for i, line in enumerate(steps)]


@case("From one charger, steps grow by one.", judges=["first-is-nearest"])
def one_charger(task):
    check(task.steps_to_charger, ["C...", "...."], gives=[[0, 1, 2, 3], [1, 2, 3, 4]])
    check(task.steps_to_charger, ["...", ".C.", "..."], gives=[[2, 1, 2], [1, 0, 1], [2, 1, 2]])


@case("Of two chargers the nearer one counts.", judges=["all-sources", "first-is-nearest"])
def two_chargers(task):
    check(task.steps_to_charger, ["C....C"], gives=[[0, 1, 2, 2, 1, 0]])
    check(task.steps_to_charger, ["C..", ".#C"], gives=[[0, 1, 1], [1, None, 0]])


@case("Walls are walked around, not through.", judges=["not-reached"])
def around(task):
    check(task.steps_to_charger, ["C#.", "..."], gives=[[0, None, 4], [1, 2, 3]])
    snake = ["C....", *([".....", "####.", ".....", ".####"][i % 4] for i in range(1, 21))]
    got = task.steps_to_charger(snake)
    that(got[20][4] == 64, "at the end of the winding row the charger is 64 steps away", grid=snake, got=got[20][4])


@case("What no charger reaches is None, and so is everything without one.", kind="edge", judges=["not-reached"])
def cut_off(task):
    check(task.steps_to_charger, ["C#."], gives=[[0, None, None]])
    check(task.steps_to_charger, ["..", "#."], gives=[[None, None], [None, None]])


@case("A charger may be crossed, and stands at 0 beside another.", kind="edge")
def crossed(task):
    check(task.steps_to_charger, ["CC."], gives=[[0, 0, 1]])
    check(task.steps_to_charger, ["C"], gives=[[0]])


@case("Rows do not join at their ends.", kind="edge", hidden=True)
def ends(task):
    check(task.steps_to_charger, ["C...", "####", "...."], gives=[[0, 1, 2, 3], [None] * 4, [None] * 4])
    check(task.steps_to_charger, ["C....."], gives=[[0, 1, 2, 3, 4, 5]])


@case("On random maps it agrees with lowering numbers until none changes.", kind="property", hidden=True,
      judges=["all-sources", "first-is-nearest", "not-reached"])
def agrees(task):
    random = Random(2)
    for _ in range(120):
        columns = random.randrange(1, 7)
        grid = ["".join(random.choices(".#C", (6, 3, 1), k=columns)) for _ in range(random.randrange(1, 7))]
        check(task.steps_to_charger, grid, gives=slowly(grid))


@case("90,000 cells with 300 chargers end in time: one search for all.", kind="scale", hidden=True, judges=["all-sources"])
def large(task):
    n = 300
    got = task.steps_to_charger(["C" + "." * (n - 1)] * n)
    that(got == [list(range(n))] * n, "each row should count from 0 to 299")
