from random import Random
from time import perf_counter

from cases import case, close, that


class Token:
    """An element that counts how often it is compared."""

    compared = 0

    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        Token.compared += 1
        return isinstance(other, Token) and self.number == other.number

    def __hash__(self):
        return hash(self.number)


def made(task, *elements):
    s = task.RandomSet()
    for x in elements:
        s.insert(x)
    return s


def drawn(s):
    """What each value of `below` draws, sorted: of a right set, its elements."""
    sizes = []

    def first(n):
        sizes.append(n)
        return 0

    s.random(first)
    that(len(sizes) == 1, "below is to be called once for a draw", calls=len(sizes))
    return sorted(s.random(lambda n, i=i: i) for i in range(sizes[0]))


@case("insert and remove tell whether the set changed.", judges=["list-and-map"])
def tells(task):
    s = task.RandomSet()
    got = [s.insert(4), s.insert(4), s.remove(4), s.remove(4), s.insert(4)]
    close(got, [True, False, True, False, True], "insert 4 twice, remove 4 twice, insert 4")


@case("Each element is drawn by exactly one value of below.", judges=["list-and-map"])
def uniform(task):
    close(drawn(made(task, 5, 8, 2, 9, 8)), [2, 5, 8, 9], "after 5, 8, 2, 9 and 8 again")


@case("After a removal, the rest is still drawn evenly.", judges=["swap-with-last"])
def after_removal(task):
    s = made(task, 5, 8, 2, 9)
    s.remove(8)
    close(drawn(s), [2, 5, 9], "5, 8, 2, 9 without 8")


@case("The element that was moved can be removed, too.", kind="edge", judges=["swap-with-last"])
def moved_one(task):
    s = made(task, 5, 8, 2, 9)
    s.remove(5)
    close([s.remove(9), s.remove(9)], [True, False], "remove 5, then 9 twice")
    close(drawn(s), [2, 8], "5, 8, 2, 9 without 5 and 9")


@case("Removing the last element removes it, and it can come back.", kind="edge", judges=["last-is-removed"])
def last(task):
    s = made(task, 5, 8)
    close([s.remove(8), s.remove(8), s.insert(8)], [True, False, True], "remove 8 twice, insert it")
    close(drawn(s), [5, 8], "5 and 8 again")


@case("The only element can be removed, and the set used again.", kind="edge", hidden=True, judges=["last-is-removed"])
def only(task):
    s = made(task, 7)
    close([s.remove(7), s.insert(3)], [True, True], "remove the only element, insert 3")
    close(drawn(s), [3], "3 alone")


@case("Two sets do not share their elements.", kind="edge", hidden=True)
def apart(task):
    first, second = made(task, 1), made(task, 2)
    close([drawn(first), drawn(second)], [[1], [2]], "one set with 1, one with 2")


@case("Random operations leave what a plain set has.", kind="property", hidden=True, judges=["list-and-map", "swap-with-last"])
def agrees(task):
    random = Random(0)
    for _ in range(60):
        s, plain = task.RandomSet(), set()
        for _ in range(60):
            x, adds = random.randrange(8), random.random() < 0.55
            got = s.insert(x) if adds else s.remove(x)
            close(got, (x not in plain) if adds else (x in plain), f"{'insert' if adds else 'remove'} {x} of {sorted(plain)}")
            plain = plain | {x} if adds else plain - {x}
        if plain:
            close(drawn(s), sorted(plain), "the elements after 60 operations")


@case("Among 1,000 elements, an operation compares a few, and does not search.", kind="scale", judges=["list-and-map", "swap-with-last"])
def scale(task):
    s, Token.compared = task.RandomSet(), 0
    for number in range(1_000):
        s.insert(Token(number))
    for number in range(999):
        that(s.remove(Token(number)), "an element was not there", number=number)
        s.random(lambda n: n // 2)
    that(Token.compared <= 20_000, "comparisons in about 3,000 operations", compared=Token.compared)
    close(s.random(lambda n: 0).number, 999, "the element that is left")


@case("A draw from 20,000 elements takes about as long as one from 20.", kind="scale", hidden=True, judges=["list-and-map"])
def draws(task):
    def fastest(size):
        s = made(task, *range(size))
        times = []
        for _ in range(7):
            began = perf_counter()
            for _ in range(20):
                s.random(lambda n: n - 1)
            times.append(perf_counter() - began)
        return min(times)

    few, many = fastest(20), fastest(20_000)
    # Building a list of all would be a thousand times as long, so this is no close call.
    that(many < 50 * few + 5e-4, "seconds of 20 draws: they grow with the set", of_20=few, of_20_000=many)
