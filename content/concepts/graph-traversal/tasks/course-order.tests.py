from itertools import permutations
from random import Random

from cases import case, check, that


def keeps(task, n, pairs):
    """Calls it where an order exists, and holds every pair against what comes."""
    got = task.order(n, list(pairs))
    that(isinstance(got, (list, tuple)) and sorted(got) == list(range(n)),
         "each course is expected once", n=n, pairs=pairs, got=got)
    at = {course: place for place, course in enumerate(got)}
    broken = [(first, then) for first, then in pairs if at[first] >= at[then]]
    that(not broken, "pairs are not kept", n=n, pairs=pairs, got=got, broken=broken)


@case("A chain comes in its order.", judges=["counts-before"])
def chain(task):
    check(task.order, 3, [(2, 0), (0, 1)], gives=[2, 0, 1])
    check(task.order, 4, [(3, 2), (2, 1), (1, 0)], gives=[3, 2, 1, 0])


@case("Two ways to one course are no cycle.", judges=["counts-before", "sees-cycle"])
def diamond(task):
    keeps(task, 4, [(0, 1), (0, 2), (1, 3), (2, 3)])
    keeps(task, 5, [(4, 1), (4, 2), (1, 3), (2, 3), (3, 0)])
    keeps(task, 4, [(0, 1), (1, 2), (0, 3), (2, 3)])


@case("On a cycle there is no order, also if other courses are free.", judges=["sees-cycle"])
def cycle(task):
    check(task.order, 2, [(0, 1), (1, 0)], gives=None)
    check(task.order, 4, [(0, 1), (1, 2), (2, 1), (2, 3)], gives=None)
    check(task.order, 1, [(0, 0)], gives=None)


@case("Courses that no pair names are in the order.", kind="edge", judges=["keeps-all"])
def unnamed(task):
    keeps(task, 3, [])
    keeps(task, 4, [(3, 1)])


@case("A pair that is given twice asks for nothing more.", kind="edge", judges=["keeps-all"])
def twice(task):
    keeps(task, 2, [(1, 0), (1, 0)])
    keeps(task, 3, [(0, 1), (0, 1), (1, 2)])


@case("No courses have an order: the empty one.", kind="edge", hidden=True)
def empty(task):
    check(task.order, 0, [], gives=[])


@case("For every graph of three courses it agrees with trying all orders.", kind="property", hidden=True,
      judges=["counts-before", "sees-cycle", "keeps-all"])
def agrees(task):
    every = [(a, b) for a in range(3) for b in range(3) if a != b]
    for bits in range(1 << len(every)):
        pairs = [pair for at, pair in enumerate(every) if bits >> at & 1]
        if any(all(one.index(a) < one.index(b) for a, b in pairs) for one in permutations(range(3))):
            keeps(task, 3, pairs)
        else:
            check(task.order, 3, pairs, gives=None)


class Pairs(list):
    """Counts how often it is read from the start."""

    read = 0

    def __iter__(self):
        self.read += 1
        return super().__iter__()


@case("The pairs are read a few times, and not once for each course.", kind="property", hidden=True,
      judges=["linear-order"])
def reads_few(task):
    n = 200
    pairs = Pairs((i + 1, i) for i in range(n - 1))
    got = task.order(n, pairs)
    that(list(got) == list(range(n - 1, -1, -1)), "a chain has one order", got=got)
    that(pairs.read <= 10, "the pairs are read again and again", courses=n, times=pairs.read)


@case("3,000 courses with 9,000 pairs, and a chain of 3,000, end in time.", kind="scale", hidden=True,
      judges=["linear-order"])
def large(task):
    n, random = 3_000, Random(3)
    keeps(task, n, [(i + 1, i) for i in range(n - 1)])
    pairs = [sorted(random.sample(range(n), 2)) for _ in range(3 * n)]
    keeps(task, n, [(a, b) for a, b in pairs])
