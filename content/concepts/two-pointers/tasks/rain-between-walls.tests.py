from itertools import product

from cases import case, check, that


def by_definition(walls):
    """Over each wall up to the lower of the highest ones on either side, itself included."""
    return sum(min(max(walls[:i + 1]), max(walls[i:])) - walls[i] for i in range(len(walls)))


@case("A basin holds water up to its lower rim.", judges=["level-formula"])
def basins(task):
    check(task.rain, [3, 0, 2, 0, 4], gives=7)
    check(task.rain, [4, 0, 2, 0, 3], gives=7)
    check(task.rain, [2, 0, 2], gives=2)


@case("Several basins add up, whichever side is higher.", judges=["lower-side"])
def several(task):
    check(task.rain, [1, 0, 5, 1, 2, 0, 3, 0, 1], gives=8)
    check(task.rain, [2, 1, 0, 3, 0, 1, 2], gives=6)


@case("A peak in the middle keeps no water on a slope.", judges=["lower-side"])
def slopes(task):
    check(task.rain, [0, 1, 2, 3, 2, 1, 0], gives=0)
    check(task.rain, [1, 2, 3], gives=0)
    check(task.rain, [3, 2, 1], gives=0)


@case("Fewer than three walls hold nothing.", kind="edge")
def few(task):
    check(task.rain, [], gives=0)
    check(task.rain, [5], gives=0)
    check(task.rain, [5, 7], gives=0)


@case("A plain and equal walls hold nothing.", kind="edge")
def plain(task):
    check(task.rain, [0, 0, 0], gives=0)
    check(task.rain, [2, 2, 2, 2], gives=0)


@case("It agrees with the definition for every row of up to six walls.", kind="property", hidden=True,
      judges=["level-formula", "lower-side"])
def agrees(task):
    for width in range(7):
        for walls in product(range(4), repeat=width):
            got, wanted = task.rain(list(walls)), by_definition(walls)
            that(got == wanted, "another amount of water stays", walls=walls, got=got, expected=wanted)


@case("Read from the right, a row holds as much.", kind="property", hidden=True)
def mirrored(task):
    walls = [(7 * i * i + 3 * i) % 11 for i in range(60)]
    check(task.rain, walls[::-1], gives=task.rain(list(walls)))


@case("The list stays as it is.", kind="edge", hidden=True)
def stays(task):
    walls = [3, 0, 2]
    task.rain(walls)
    that(walls == [3, 0, 2], "the list was changed", walls=walls)


@case("Forty thousand walls end in time.", kind="scale", hidden=True, judges=["lower-side"])
def scale(task):
    n = 40_000
    # Two slopes with a valley between them: up to n / 2 over the deepest place.
    walls = [abs(n // 2 - i) for i in range(n + 1)]
    check(task.rain, walls, gives=(n // 2) ** 2)
