from random import Random
from statistics import fmean

from cases import case, check, close, that

X, Y = [1, 2, 3, 4], [1, 2, 6, 7]


def predictions(task, x, y, eta, rounds, at=None):
    predict = task.fit(list(x), list(y), eta, rounds)
    return [predict(v) for v in (x if at is None else at)]


def errors(r):
    """The sum of squared distances from the mean."""
    return sum((v - fmean(r)) ** 2 for v in r) if r else 0.0


def slow_reference(x, y, eta, rounds):
    """Predictions at x and beside it: each stump tries every cut, and sums the errors on both sides anew."""
    at = [*x, *(v + 0.01 for v in x), x[0] - 10, x[-1] + 10]
    at_x, everywhere = [fmean(y)] * len(x), [fmean(y)] * len(at)
    for _ in range(rounds):
        r = [b - f for b, f in zip(y, at_x)]
        k = min(range(1, len(x)), key=lambda k: errors(r[:k]) + errors(r[k:]))
        cut, low, high = (x[k - 1] + x[k]) / 2, fmean(r[:k]), fmean(r[k:])
        at_x = [f + eta * (low if v < cut else high) for v, f in zip(x, at_x)]
        everywhere = [f + eta * (low if v < cut else high) for v, f in zip(at, everywhere)]
    return at, everywhere


def drawn(seed, n, period=7):
    """Sorted, distinct values, unevenly spaced, and noisy targets that rise and fall."""
    random = Random(seed)
    x, v = [], 0.0
    for _ in range(n):
        v += random.uniform(0.1, 2)
        x.append(v)
    return x, [5 + (v % period) ** 2 + random.gauss(0, 1) for v in x]


@case("Before the first stump it predicts the mean of y, everywhere.", judges=["starts-at-mean"])
def no_rounds(task):
    close(predictions(task, X, Y, 0.5, 0, at=[-5, 2, 100]), [4, 4, 4], "after no rounds, with y = 1, 2, 6, 7")


@case("One round at 0.5 goes half the way to the means of both halves.", judges=["fits-residuals"])
def one_round(task):
    close(predictions(task, X, Y, 0.5, 1), [2.75, 2.75, 5.25, 5.25], "at 1, 2, 3 and 4, with y = 1, 2, 6, 7")


@case("The second round fits what the first has left.", judges=["fits-residuals"])
def two_rounds(task):
    close(predictions(task, X, Y, 0.5, 2), [2.125, 2.125, 5.875, 5.875], "at 1, 2, 3 and 4, with y = 1, 2, 6, 7")


@case("The cut stands in the middle, and the outermost values hold outside of the data.", kind="edge", judges=["searches-cuts"])
def beside(task):
    close(predictions(task, X, Y, 1, 1, at=[0, 2.4, 2.6, 9]), [1.5, 1.5, 6.5, 6.5], "at 0, 2.4, 2.6 and 9")


@case("One value that stands apart is cut off, although the sums are larger in the middle.", judges=["searches-cuts"])
def apart(task):
    close(predictions(task, [1, 2, 3, 4, 5], [0, 0, 0, 0, 10], 1, 1), [0, 0, 0, 0, 10], "with y = 0, 0, 0, 0, 10")
    close(predictions(task, [1, 2, 3, 4, 5, 6], [0, 4, 5, 7, 7, 7], 1, 1), [0, 6, 6, 6, 6, 6], "with y = 0, 4, 5, 7, 7, 7")


@case("Constant targets stay what they are, and two rows suffice.", kind="edge")
def constant(task):
    close(predictions(task, [1, 2, 3], [-3, -3, -3], 0.3, 5), [-3, -3, -3], "with y = -3 throughout")
    close(predictions(task, [1, 2], [0, 8], 1, 1), [0, 8], "with y = 0 and 8")


@case("A round lowers the sum of squares by η(2 − η) times what the whole stump would.", kind="property",
      judges=["fits-residuals"])
def closed_form(task):
    x, y = drawn(1, 12)
    before = errors(y)
    whole = before - sum((b - f) ** 2 for b, f in zip(y, predictions(task, x, y, 1, 1)))
    for eta in (0.1, 0.5, 1.9):
        after = sum((b - f) ** 2 for b, f in zip(y, predictions(task, x, y, eta, 1)))
        close(before - after, eta * (2 - eta) * whole, f"the drop at eta {eta}")


@case("It agrees with a search that sums the errors of every cut anew.", kind="property", hidden=True,
      judges=["starts-at-mean", "fits-residuals", "searches-cuts"])
def agrees(task):
    for seed, (n, eta, rounds) in enumerate([(9, 1.0, 3), (15, 0.3, 12), (6, 0.7, 6)]):
        x, y = drawn(seed, n)
        at, expected = slow_reference(x, y, eta, rounds)
        close(predictions(task, x, y, eta, rounds, at), expected, f"{n} rows, eta {eta}, {rounds} rounds", within=1e-8)


@case("What is given stays as it is, and a second fit does not change the first.", kind="edge", hidden=True)
def apart_from_others(task):
    x, y = list(X), list(Y)
    first = task.fit(x, y, 0.5, 1)
    task.fit([1, 2, 3, 4], [50, 60, 70, 80], 0.5, 3)
    that((x, y) == (X, Y), "x or y was changed", x=x, y=y)
    close([first(v) for v in X], [2.75, 2.75, 5.25, 5.25], "the first fit, after a second")


@case("A hundred rows and fifty rounds end in time, and leave little of the training error.", kind="scale", hidden=True)
def scale(task):
    x, y = drawn(4, 100, period=50)
    got = predictions(task, x, y, 0.5, 50)
    left = sum((b - f) ** 2 for b, f in zip(y, got)) / errors(y)
    that(0 < left < 0.1, "less than a tenth of the sum of squares should be left", left=left)
