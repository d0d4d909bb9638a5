from math import exp, log
from random import Random

from cases import case, check, close, that


def drawn(seed, N, D, H, K):
    """Inputs, labels and the four parameters, drawn at random."""
    random = Random(seed)
    matrix = lambda n, m: [[random.gauss(0, 1) for _ in range(m)] for _ in range(n)]
    X, y = matrix(N, D), [i % K for i in range(N)]
    return X, y, [matrix(D, H), matrix(1, H)[0], matrix(H, K), matrix(1, K)[0]]


def network(X, y, W1, b1, W2, b2, masked=True, mean=True):
    """Example by example, number by number; without its mask, or summed over the batch, its gradients are wrong."""
    loss, N = 0.0, len(X) if mean else 1
    grads = [[[0.0] * len(b1) for _ in W1], [0.0] * len(b1), [[0.0] * len(b2) for _ in W2], [0.0] * len(b2)]
    for x, label in zip(X, y):
        z = [sum(u * w for u, w in zip(x, column)) + b for column, b in zip(zip(*W1), b1)]
        s = [sum(max(0.0, u) * w for u, w in zip(z, column)) + b for column, b in zip(zip(*W2), b2)]
        exps = [exp(score) for score in s]
        loss += (log(sum(exps)) - s[label]) / len(X)
        for k, e in enumerate(exps):
            back = (e / sum(exps) - (k == label)) / N
            grads[3][k] += back
            for h, u in enumerate(z):
                grads[2][h][k] += max(0.0, u) * back
                if u > 0 or not masked:
                    grads[1][h] += W2[h][k] * back
                    for i, v in enumerate(x):
                        grads[0][i][h] += v * W2[h][k] * back
    return loss, tuple(grads)


def entries(p):
    """Each number of the four parameters, as the list that holds it, its place there, and its name."""
    for name, a in zip(("W1", "b1", "W2", "b2"), p):
        for r, row in enumerate(a if isinstance(a[0], list) else [a]):
            for i in range(len(row)):
                yield row, i, f"{name}, row {r}, column {i}"


def parabola(X, y, *p):
    """A loss with known gradients: the sum of (w - 1)² over all parameters."""
    loss = sum((row[i] - 1) ** 2 for row, i, _ in entries(p))
    double = lambda a: [double(x) for x in a] if isinstance(a, list) else 2 * (a - 1)
    return loss, tuple(double(a) for a in p)


def changed(f, size=1.0, factors=(1, 1, 1, 1)):
    """f with its loss and gradients times a size, and each gradient by a factor wrong."""

    def scaled(a, by):
        return [scaled(x, by) for x in a] if isinstance(a, list) else a * by

    def changed_f(X, y, *p):
        loss, grads = f(X, y, *p)
        return loss * size, tuple(scaled(a, size * factor) for a, factor in zip(grads, factors))

    return changed_f


def last_wrong(X, y, *p):
    """The parabola, whose gradient by W1 is wrong in its last number."""
    loss, grads = parabola(X, y, *p)
    grads[0][-1][-1] *= 2
    return loss, grads


def four():
    return [[[2.0, 3.0], [-1.0, 0.5]], [0.5, -2.0], [[4.0, 1.5], [0.0, 3.0]], [-1.0, 2.5]]


@case("A unit that is shut passes no gradient; an open one does, whatever the sign of what comes back.",
      judges=["np-mask", "np-layers"])
def gates(task):
    # Hidden inputs 2 and -1, scores 6 and 6, so (p - onehot)/N is (0.5, -0.5).
    got = ([[-1.0, 0.0]], [-1.0, 0.0], [[1.0, -1.0], [0.0, 0.0]], [0.5, -0.5])
    W1, b1, W2, b2 = [[2.0, -1.0]], [0.0, 0.0], [[1.0, 3.0], [5.0, 2.0]], [4.0, 0.0]
    check(task.loss_and_grads, [[1.0]], [1], W1, b1, W2, b2, gives=(log(2), got))


@case("The loss is a mean: a batch that is repeated has the same loss and gradients.", judges=["np-softmax"])
def mean(task):
    X, y, p = drawn(1, 3, 2, 4, 3)
    loss, grads = task.loss_and_grads(X, y, *p)
    close(loss, network(X, y, *p)[0], "the mean loss of three examples")
    close(task.loss_and_grads(X * 4, y * 4, *p), (loss, grads), "the three examples four times over")


@case("A score of 1,000 on the wrong class costs 1,000.", kind="edge", judges=["np-softmax"])
def large(task):
    W = [[1.0, 0.0], [0.0, 1.0]]
    expected = (1000.0, ([[1000.0, 0.0], [0.0, 0.0]], [1.0, 0.0], [[1000.0, -1000.0], [0.0, 0.0]], [1.0, -1.0]))
    check(task.loss_and_grads, [[1000.0, 0.0]], [1], W, [0.0, 0.0], W, [0.0, 0.0], gives=expected)


@case("A right gradient is accepted, also where the loss is steep or flat.", judges=["np-check"])
def accepts(task):
    for size in (1.0, 1e-6, 1e5):
        close(task.is_right(changed(parabola, size), [[1.0]], [0], four()), True, f"of a right gradient, at a loss near {39 * size:g}")


@case("A gradient that is off in one parameter is refused, whichever it is and however small.", judges=["np-check"])
def refuses(task):
    for size in (1.0, 1e-6, 1e5):
        for wrong in range(4):
            f = changed(parabola, size, [1.05 if i == wrong else 1 for i in range(4)])
            name = ("W1", "b1", "W2", "b2")[wrong]
            close(task.is_right(f, [[1.0]], [0], four()), False, f"at a loss near {39 * size:g}, with a gradient by {name} that is 5% too long")
    close(task.is_right(last_wrong, [[1.0]], [0], four()), False, "of a gradient by W1 whose last number is wrong")


@case("Near a minimum, where one-sided differences mislead, a right gradient is accepted.", kind="edge", hidden=True,
      judges=["np-check"])
def near_minimum(task):
    p = [[[1.0001, 1.0002], [0.9999, 1.0003]], [1.0001, 0.9998], [[1.0002, 0.9999]], [0.9997, 1.0001]]
    close(task.is_right(parabola, [[1.0]], [0], p), True, "of a right gradient, of length 4e-4 to 8e-4")


@case("All gradients agree with differences of the loss, at sizes that are all different.", kind="property", hidden=True,
      judges=["np-softmax", "np-layers", "np-mask"])
def differences(task):
    X, y, p = drawn(2, 7, 5, 6, 3)
    grads, eps = task.loss_and_grads(X, y, *p)[1], 1e-5
    for (row, i, name), (grad, at, _) in zip(entries(p), entries(grads)):
        keep = row[i]
        row[i] = keep + eps
        up = network(X, y, *p)[0]
        row[i] = keep - eps
        slope = (up - network(X, y, *p)[0]) / (2 * eps)
        row[i] = keep
        close(grad[at], slope, name, within=1e-7)
    that([len(grads), len(grads[0]), len(grads[1]), len(grads[2]), len(grads[3])] == [4, 5, 6, 6, 3], "a gradient has another shape")


@case("The check accepts a network's gradients, and refuses them without the mask or the mean.", kind="property", hidden=True,
      judges=["np-check"])
def networks(task):
    X, y, p = drawn(3, 7, 5, 6, 3)
    unmasked = lambda *given: network(*given, masked=False)
    summed = lambda *given: network(*given, mean=False)
    for f, right, words in ((network, True, "right"), (unmasked, False, "without the mask"), (summed, False, "summed")):
        close(task.is_right(f, X, y, p), right, f"of gradients that are {words}")


@case("What is given stays as it is, the parameters that were checked among them.", kind="edge", hidden=True)
def arguments_stay(task):
    given, before = drawn(4, 3, 2, 4, 3), drawn(4, 3, 2, 4, 3)
    X, y, p = given
    task.loss_and_grads(X, y, *p)
    that(given == before, "loss_and_grads changed an argument")
    task.is_right(parabola, X, y, p)
    that(given == before, "is_right left a parameter changed", p=p)


@case("A batch of 60 through 30 hidden units ends in time.", kind="scale", hidden=True)
def scale(task):
    X, y, p = drawn(5, 60, 20, 30, 10)
    loss, grads = task.loss_and_grads(X, y, *p)
    close(loss, network(X, y, *p)[0], "the loss")
    close(sum(grads[3]), 0.0, "the sum of the gradient by b2, in which probabilities and one-hots cancel")
