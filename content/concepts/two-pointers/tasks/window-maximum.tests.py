from itertools import product
from random import Random

from cases import case, check, close, that


def slowly(values, k):
    return [max(values[i:i + k]) for i in range(len(values) - k + 1)]


@case("Each window's maximum, in order.", judges=["pops-smaller"])
def examples(task):
    check(task.maxima, [4, 2, 3, 1, 5], 3, gives=[4, 3, 5])
    check(task.maxima, [1, 3, 2, 4], 2, gives=[3, 3, 4])


@case("On falling values the maximum leaves with every step.", judges=["expires-by-index"])
def falling(task):
    check(task.maxima, [9, 7, 5, 3, 1], 2, gives=[9, 7, 5, 3])
    check(task.maxima, [9, 7, 5, 3, 1], 3, gives=[9, 7, 5])


@case("On rising values the newest is the maximum.", judges=["pops-smaller"])
def rising(task):
    check(task.maxima, [1, 2, 3, 4], 2, gives=[2, 3, 4])


@case("Windows of one, and one window of all.", kind="edge")
def one_and_all(task):
    check(task.maxima, [2, 1, 3], 1, gives=[2, 1, 3])
    check(task.maxima, [2, 3, 1], 3, gives=[3])
    check(task.maxima, [7], 1, gives=[7])


@case("Equal values stay as long as one of them is inside.", kind="edge", judges=["expires-by-index"])
def equal_values(task):
    check(task.maxima, [5, 5, 1, 1, 1], 3, gives=[5, 5, 1])
    check(task.maxima, [5, 1, 5, 1, 1, 1], 3, gives=[5, 5, 5, 1])
    check(task.maxima, [3, 3, 3], 2, gives=[3, 3])


@case("Negative numbers have a maximum, too.", kind="edge")
def negative(task):
    check(task.maxima, [-5, -2, -7, -9], 2, gives=[-2, -2, -7])


@case("It agrees with looking at all, for every list of up to six values.", kind="property", hidden=True,
      judges=["pops-smaller", "expires-by-index"])
def agrees(task):
    for n in range(1, 7):
        for values in product(range(3), repeat=n):
            for k in range(1, n + 1):
                got, wanted = task.maxima(list(values), k), slowly(values, k)
                that(got == wanted, "another maximum is larger", values=values, k=k, got=got, expected=wanted)


@case("The list stays as it is.", kind="edge", hidden=True)
def stays(task):
    values = [4, 2, 3]
    task.maxima(values, 2)
    that(values == [4, 2, 3], "the list was changed", values=values)


class Counted(int):
    """A number that counts how often it is compared."""

    compared = 0


def counting(name):
    def compare(self, other):
        Counted.compared += 1
        return getattr(int, name)(self, other)

    return compare


for name in ("__lt__", "__le__", "__gt__", "__ge__"):
    setattr(Counted, name, counting(name))


@case("Comparisons do not grow with the window: at most 20 a value, k of 500.", kind="property", hidden=True,
      judges=["amortized"])
def few_comparisons(task):
    n, k = 1_000, 500
    for words, numbers in ("falling", range(n, 0, -1)), ("rising", range(n)), ("random", Random(2).sample(range(n), n)):
        Counted.compared = 0
        got = task.maxima([Counted(number) for number in numbers], k)
        compared = Counted.compared
        close([int(one) for one in got], slowly(list(numbers), k), f"{words} values")
        that(compared <= 20 * n, "the work of a step grows with the window", values=words, comparisons=compared)


@case("Large windows end in time, also on falling values.", kind="scale", hidden=True, judges=["amortized"])
def scale(task):
    n, k = 40_000, 20_000
    close(task.maxima(list(range(n, 0, -1)), k), list(range(n, k - 1, -1)), "falling values")
    close(task.maxima(list(range(n)), k), list(range(k - 1, n)), "rising values")
