"""Linear regression by mini-batch gradient descent, on plain lists."""
from math import sqrt
from random import Random


def dot(a, b):
    return sum(u * v for u, v in zip(a, b))


def fit(X, y, eta=0.1, batch=32, epochs=500, l2=0.0, tol=1e-6, seed=0):
    """Returns the weights, a list of d numbers; they start at zero.

    X: n rows of d numbers, centered, so there is no intercept; y: n targets.
    The loss is half the mean squared error, plus l2 / 2 times w's squared length.

    eta: the learning rate.
    batch: how many rows a step looks at; the last of an epoch may look at fewer.
    epochs: at most so many, each in a new order, drawn from Random(seed).
    tol: an epoch is the last if the gradient over all rows is shorter than this
        after it; at 0, none is.

    >>> fit([[1.0], [-1.0]], [2.0, -2.0], eta=0.5, batch=2, epochs=1)
    [1.0]
    """
    raise NotImplementedError
