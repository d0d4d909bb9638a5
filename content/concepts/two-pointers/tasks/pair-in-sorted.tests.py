from random import Random

from cases import case, check, that


def sums(values):
    return {values[i] + values[j] for j in range(len(values)) for i in range(j)}


def fits(task, values, target):
    """Calls it where a pair is there, and holds what comes against the list."""
    got = task.pair(list(values), target)
    that(isinstance(got, (tuple, list)) and len(got) == 2, "two places are expected",
         values=values, target=target, got=got)
    i, j = got
    that(0 <= i < j < len(values) and values[i] + values[j] == target,
         "places i < j are expected whose values add up to the target", values=values, target=target, got=got)


@case("The only pair is found, wherever it stands.", judges=["moves-by-sum"])
def only_pair(task):
    check(task.pair, [1, 3, 4, 8], 7, gives=(1, 2))
    check(task.pair, [1, 3, 4, 8], 9, gives=(0, 3))
    check(task.pair, [1, 3, 4, 8], 12, gives=(2, 3))


@case("Where no pair fits, it says None.", judges=["moves-by-sum"])
def none_fits(task):
    check(task.pair, [1, 3, 4, 8], 6, gives=None)
    check(task.pair, [1, 3, 4, 8], 100, gives=None)


@case("Half of the target does not pair with itself.", kind="edge", judges=["two-places"])
def not_twice(task):
    check(task.pair, [1, 4, 9], 8, gives=None)
    check(task.pair, [5], 10, gives=None)


@case("Two equal values are a pair.", kind="edge", judges=["two-places"])
def equal_values(task):
    check(task.pair, [1, 4, 4, 9], 8, gives=(1, 2))
    check(task.pair, [4, 4, 9], 8, gives=(0, 1))
    check(task.pair, [0, 0], 0, gives=(0, 1))


@case("Lists of none and of one value hold no pair.", kind="edge")
def tiny(task):
    check(task.pair, [], 0, gives=None)
    check(task.pair, [0], 0, gives=None)


@case("Negative numbers are no exception: order is all that counts.", kind="edge", hidden=True, judges=["moves-by-sum"])
def negative(task):
    check(task.pair, [-9, -4, -1, 3], -5, gives=(1, 2))
    check(task.pair, [-9, -4, -1, 3], -6, gives=(0, 3))


@case("On random lists it finds a pair exactly where there is one.", kind="property", hidden=True,
      judges=["moves-by-sum", "two-places"])
def agrees(task):
    random = Random(1)
    for _ in range(150):
        values = sorted(random.choices(range(-12, 13), k=random.randrange(9)))
        there = sums(values)
        for target in range(-25, 26):
            if target in there:
                fits(task, values, target)
            else:
                check(task.pair, values, target, gives=None)


@case("The list stays as it is.", kind="edge", hidden=True)
def stays(task):
    values = [1, 3, 4, 8]
    task.pair(values, 7)
    that(values == [1, 3, 4, 8], "the list was changed", values=values)


@case("Sixty thousand values end in time: not every pair is tried.", kind="scale", hidden=True, judges=["moves-by-sum"])
def scale(task):
    values = list(range(0, 120_000, 2))
    that(task.pair(values, 7) is None, "an odd sum of even numbers was found")
    fits(task, values, 119_998)
