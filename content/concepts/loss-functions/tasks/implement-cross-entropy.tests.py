from math import exp, log
from random import Random

from cases import case, check, close, that


def batch(rows, classes, seed):
    """Logits and labels drawn at random."""
    random = Random(seed)
    z = [[random.gauss(0, 2) for _ in range(classes)] for _ in range(rows)]
    return z, [random.randrange(classes) for _ in range(rows)]


@case("Equal logits cost ln K, and the gradient of each row is divided by n.", judges=["gradient-over-n"])
def equal_logits(task):
    z = [[0.0] * 4, [3.0] * 4]
    expected = [[-0.375, 0.125, 0.125, 0.125], [0.125, 0.125, 0.125, -0.375]]
    check(task.cross_entropy, z, [0, 3], gives=(log(4), expected))


@case("Logits of ln 1, ln 2 and ln 5 have the probabilities 1/8, 2/8 and 5/8.")
def known_softmax(task):
    check(task.cross_entropy, [[0.0, log(2), log(5)]], [1], gives=(log(4), [[0.125, -0.75, 0.625]]))


@case("A logit of 800 on the wrong class costs 800.", kind="edge", judges=["subtracts-max", "stays-in-logs"])
def large_logit(task):
    check(task.cross_entropy, [[800.0, 0.0]], [1], gives=(800.0, [[1.0, -1.0]]))


@case("Logits that are all far below zero are not lost.", kind="edge", judges=["subtracts-max"])
def all_low(task):
    p = 1 / (1 + exp(-1))
    check(task.cross_entropy, [[-900.0, -901.0]], [0], gives=(log(1 + exp(-1)), [[p - 1, 1 - p]]))


@case("A row far above another does not disturb it.", kind="edge", hidden=True, judges=["subtracts-max"])
def far_rows(task):
    p = 1 / (1 + exp(-1))
    expected = (log(1 + exp(-1)) / 2, [[0.0, 0.0], [(p - 1) / 2, (1 - p) / 2]])
    check(task.cross_entropy, [[1000.0, 0.0], [-1000.0, -1001.0]], [0, 0], gives=expected)


@case("What is given stays as it is.", kind="edge", hidden=True)
def arguments_stay(task):
    z, y = batch(3, 4, seed=2)
    before = [list(row) for row in z], list(y)
    task.cross_entropy(z, y)
    that((z, y) == before, "the logits or the labels were changed", z=z, y=y)


@case("The gradient agrees with finite differences of the loss.", kind="property", hidden=True, judges=["gradient-over-n"])
def differences(task):
    z, y = batch(3, 4, seed=0)
    grad, h = task.cross_entropy(z, y)[1], 1e-5
    for i in range(3):
        for k in range(4):
            up, down = [[list(row) for row in z] for _ in range(2)]
            up[i][k] += h
            down[i][k] -= h
            slope = (task.cross_entropy(up, y)[0] - task.cross_entropy(down, y)[0]) / (2 * h)
            close(grad[i][k], slope, f"in row {i}, class {k}", within=1e-7)


@case("Adding one number to all logits of a row changes nothing.", kind="property", hidden=True)
def shift(task):
    z, y = batch(5, 3, seed=1)
    moved = [[x + 50.0 * i for x in row] for i, row in enumerate(z)]
    close(task.cross_entropy(moved, y), task.cross_entropy(z, y), "after row i was raised by 50 i")


@case("A hundred rows of five hundred classes end in time.", kind="scale", hidden=True)
def scale(task):
    z, y = batch(100, 500, seed=3)
    loss, grad = task.cross_entropy(z, y)
    that(6 < loss < 12, "a loss near that of random logits is expected", loss=loss)
    close([sum(row) for row in grad], [0.0] * 100, "the sum of each row of the gradient")
