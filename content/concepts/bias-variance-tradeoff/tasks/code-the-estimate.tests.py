from itertools import count, cycle
from random import Random
from statistics import fmean

from cases import case, check, close, that


def mean_of_targets(X, y):
    """The procedure that predicts the mean target, whatever the input."""
    return lambda a: fmean(y)


def in_turn(*targets):
    """Draws training sets of one example, with these targets one after another."""
    turn = cycle(targets)
    return lambda: ([0.0], [next(turn)])


def zero(a):
    return 0.0


def line(X, y):
    """Least squares with an intercept."""
    middle, level = fmean(X), fmean(y)
    slope = sum((a - middle) * (b - level) for a, b in zip(X, y)) / sum((a - middle) ** 2 for a in X)
    return lambda a: level + slope * (a - middle)


def noisy_line(seed, sigma):
    """Training sets at the inputs 0 to 4, around 1 + 2 a."""
    random = Random(seed)
    return lambda: ([0, 1, 2, 3, 4], [1 + 2 * a + random.gauss(0, sigma) for a in range(5)])


@case("Predictions of 1 and 3 in turn, where the truth is 5, have a squared bias of 9 and a variance of 1.",
      judges=["code-fresh-sets"])
def in_halves(task):
    # 1,000 sets: whether one divides by 999 or by 1,000 does not matter here.
    check(task.decompose, mean_of_targets, in_turn(1.0, 3.0), lambda a: 5.0, [0, 1], 1000, gives=(9.0, 1.0), within=5e-3)


@case("What varies with the input alone is no variance.", judges=["code-axes"])
def along_inputs(task):
    check(task.decompose, lambda X, y: lambda a: 10.0 * a, in_turn(0.0), lambda a: 10.0 * a + 2, [1, 2, 3], 20, gives=(4.0, 0.0))


@case("Misses above and below the truth do not cancel: the square comes before the average over inputs.", judges=["code-axes"])
def signs(task):
    check(task.decompose, lambda X, y: lambda a: 0.0, in_turn(0.0), lambda a: a, [-3.0, 3.0], 20, gives=(9.0, 0.0))


@case("Two sets that predict 0 and 2, where the truth is 1: a variance of 2, and a squared bias of -1.", kind="edge",
      judges=["code-correction"])
def two_sets(task):
    check(task.decompose, mean_of_targets, in_turn(0.0, 2.0), lambda a: 1.0, [7], 2, gives=(-1.0, 2.0))


@case("One fit for each set, of all that was drawn; the predictor sees the test inputs.", kind="edge", judges=["code-fresh-sets"])
def each_once(task):
    numbers, fitted, asked = count(), [], set()

    def draw():
        number = next(numbers)
        return [number, number + 0.5], [number, 0.0]

    def fit(X, y):
        fitted.append((list(X), list(y)))
        return lambda a: asked.add(a) or 0.0

    task.decompose(fit, draw, zero, [10, 20, 30], 4)
    close(sorted(fitted), [([i, i + 0.5], [i, 0.0]) for i in range(4)], "the training sets that fit was given")
    close(sorted(asked), [10, 20, 30], "the inputs that were predicted")


@case("The two add up to the mean squared distance from the truth.", kind="property")
def identity(task):
    x, random = [0.0, 1.0, 2.5], Random(1)
    values = [[random.gauss(a, 1 + a) for a in x] for _ in range(9)]
    rows = iter(values)
    fit = lambda X, y: lambda a, row=next(rows): row[x.index(a)]
    bias2, var = task.decompose(fit, in_turn(0.0), lambda a: 0.5 * a, x, 9)
    expected = fmean((p - 0.5 * a) ** 2 for row in values for p, a in zip(row, x))
    close(bias2 + var, expected, "the sum, for nine random predictors")


@case("Without bias, ten sets at a time report a squared bias of zero on average.", kind="property", hidden=True,
      judges=["code-correction"])
def unbiased(task):
    random = Random(2)
    draw = lambda: ([0.0], [random.gauss(0, 1)])
    runs = [task.decompose(mean_of_targets, draw, zero, [0], 10) for _ in range(1000)]
    # Each has a standard deviation of about 0.15, and their mean one of 0.005; uncorrected it is 0.1.
    close(fmean(bias2 for bias2, _ in runs), 0.0, "mean squared bias of 1,000 runs", within=0.03)
    close(fmean(var for _, var in runs), 1.0, "mean variance of 1,000 runs", within=0.08)


@case("Least squares at fixed inputs has no bias and a variance of σ²p/n.", kind="property", hidden=True,
      judges=["code-axes", "code-fresh-sets"])
def least_squares(task):
    bias2, var = task.decompose(line, noisy_line(3, 0.5), lambda a: 1 + 2 * a, [0, 1, 2, 3, 4], 4000)
    close(bias2, 0.0, "the squared bias", within=0.002)
    close(var, 0.25 * 2 / 5, "the variance, with σ = 0.5, p = 2 and n = 5", within=0.008)


@case("Two thousand sets at fifty inputs end in time.", kind="scale", hidden=True)
def scale(task):
    bias2, var = task.decompose(line, noisy_line(4, 1.0), zero, [i / 10 for i in range(50)], 2000)
    that(bias2 > 10 and 0 < var < 2, "a large squared bias and a small variance are expected", bias2=bias2, var=var)
