"""Squared bias and variance of a learning procedure, by simulation."""


def decompose(fit, draw, f, x, sets=500):
    """Returns squared bias and variance, each averaged over the test inputs.

    fit: fit(X, y) returns a predictor, a function of one input.
    draw: draw() returns a fresh training set, X and y.
    f: the true function of one input.
    x: the test inputs, a list.
    sets: how many training sets, 2 or more.

    Both are estimated without bias of their own: averaged over many calls they are
    right, however few the sets. So the first may come out below zero.

    >>> two = lambda X, y: lambda a: 2.0
    >>> decompose(two, lambda: ([0], [0]), lambda a: 5.0, [1, 2])
    (9.0, 0.0)
    """
    raise NotImplementedError
