import cmath
from math import cos, sin
from random import Random

from cases import case, check, close, that


def drawn(n, d, seed):
    random = Random(seed)
    return [[random.gauss(0, 1) for _ in range(d)] for _ in range(n)]


def score(task, q, m, k, n, **options):
    """The product of a query at position m and a key at position n."""
    (turned,), (other,) = task.rope([list(q)], m, **options), task.rope([list(k)], n, **options)
    return sum(x * y for x, y in zip(turned, other))


def by_complex_numbers(x, offset, base):
    """Each pair of neighbors as one complex number, times another on the unit circle."""
    d, out = len(x[0]), []
    for place, row in enumerate(x):
        z = [complex(row[2 * i], row[2 * i + 1]) for i in range(d // 2)]
        turned = [w * cmath.exp(1j * (offset + place) / base ** (2 * i / d)) for i, w in enumerate(z)]
        out.append([part for w in turned for part in (w.real, w.imag)])
    return out


@case("A pair turns by one radian a position, from its first number to its second.", judges=["rotates-right"])
def one_pair(task):
    check(task.rope, [[1.0, 0.0]] * 3, gives=[[cos(t), sin(t)] for t in range(3)])
    check(task.rope, [[0.0, 2.0]], 1, gives=[[-2 * sin(1), 2 * cos(1)]])


@case("Of four numbers the last two are a pair, and turn by a hundredth.", judges=["angle-table", "rotates-right"])
def two_pairs(task):
    x = [[1.0, 0.0, 0.0, 0.0], [1.0, 0.0, 1.0, 0.0]]
    check(task.rope, x, gives=[x[0], [cos(1), sin(1), cos(0.01), sin(0.01)]])


@case("With base 16 three pairs turn by 1, 16^(−1/3) and 16^(−2/3).", judges=["angle-table"])
def other_base(task):
    angles = [1.0, 16 ** (-1 / 3), 16 ** (-2 / 3)]
    check(task.rope, [[1.0, 0.0] * 3], 1, 16.0, gives=[[f(t) for t in angles for f in (cos, sin)]])


@case("At position 0 nothing turns.", kind="edge")
def origin(task):
    x = drawn(1, 8, seed=0)
    check(task.rope, x, gives=x)


@case("What comes after a cache is turned as in one pass over everything.", kind="edge", judges=["offset"])
def after_cache(task):
    x = drawn(7, 6, seed=1)
    check(task.rope, x[4:], 4, gives=task.rope(x)[4:])


@case("The row that is given stays as it is.", kind="edge", hidden=True)
def arguments_stay(task):
    x = drawn(2, 4, seed=2)
    before = [list(row) for row in x]
    task.rope(x, 5)
    that(x == before, "x was changed in place", x=x, before=before)


@case("The score of a query and a key depends on their distance, and on nothing else of their positions.", kind="property",
      judges=["rotates-right", "offset"])
def distance(task):
    q, k = drawn(2, 16, seed=3)
    expected = score(task, q, 5, k, 2)
    for m, n in ((3, 0), (105, 102), (40_003, 40_000)):
        close(score(task, q, m, k, n), expected, f"of positions {m} and {n}, against 5 and 2")
    that(abs(score(task, q, 6, k, 2) - expected) > 1e-3, "another distance should give another score")


@case("The length of every row stays.", kind="property")
def length(task):
    x = drawn(5, 12, seed=4)
    got = task.rope([list(row) for row in x], 1000)
    close([sum(v * v for v in row) for row in got], [sum(v * v for v in row) for row in x], "the squared lengths")


@case("It agrees with pairs that are multiplied as complex numbers, far out and in other bases.", kind="property", hidden=True,
      judges=["angle-table", "rotates-right", "offset"])
def complex_numbers(task):
    for n, d, offset, base in ((4, 2, 3, 10_000.0), (3, 6, 0, 100.0), (5, 64, 100_000, 500_000.0)):
        x = drawn(n, d, seed=d)
        check(task.rope, x, offset, base, gives=by_complex_numbers(x, offset, base))


@case("A thousand rows of 64 numbers end in time.", kind="scale", hidden=True)
def scale(task):
    got = task.rope([[1.0, 0.0] * 32] * 1000)
    close(len(got), 1000, "how many rows come back")
    close(got[999][62:], [f(999 * 10_000 ** (-62 / 64)) for f in (cos, sin)], "the slowest pair of the last row")
