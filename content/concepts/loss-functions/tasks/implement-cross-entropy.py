"""Softmax cross-entropy from logits, on plain lists."""
from math import exp, log


def cross_entropy(z, y):
    """Returns the mean loss over the batch, and its gradient in the logits.

    z: logits, n rows of K numbers each, which may be as large as 1,000 in size.
    y: n labels, integers from 0 to K - 1.
    The gradient has the shape of z. Neither list is changed.

    >>> cross_entropy([[0.0, 0.0]], [1])
    (0.6931471805599453, [[0.5, -0.5]])
    """
    raise NotImplementedError
