"""Batch normalization of a matrix, forward and backward, on plain lists."""
from math import sqrt


def forward(x, gamma, beta, state, training, eps=1e-5, momentum=0.1):
    """Returns the output, and a cache: whatever backward needs.

    x: m rows of C numbers; in training m is 2 or more.
    gamma, beta: C numbers each.
    state: a dictionary with the running averages, lists of C numbers under "mean"
        and "var". Training moves them by momentum times their distance from the new
        value, as PyTorch does: the variance that normalizes is the biased one, the
        variance that is averaged the unbiased one. Inference uses them.

    >>> state = {"mean": [0.0], "var": [1.0]}
    >>> y, cache = forward([[1.0], [3.0]], [1.0], [0.0], state, training=True)
    >>> y, state
    ([[-1.0], [1.0]], {'mean': [0.2], 'var': [1.1]})   (the output up to eps)
    """
    raise NotImplementedError


def backward(g, cache, gamma):
    """Returns the gradients by x, gamma and beta, after a forward pass in training.

    g: the gradient by the output, m rows of C numbers.
    """
    raise NotImplementedError
