"""Inverted dropout on plain lists, forward and backward."""
from random import Random


class Dropout:
    """Drops each entry with probability p in training, and nothing at inference.

    p: probability to drop, 0 <= p < 1; anything else raises ValueError.
    rng: what random numbers are drawn from, by rng.random().

    forward(h, training): h has n rows of d numbers; returns a new list like it.
    backward(grad): the gradient in the output of the last pass, n rows of d;
    returns the gradient in its input. No argument is changed.

    >>> Dropout(0.5, Random(0)).forward([[1.0, 2.0]], training=False)
    [[1.0, 2.0]]
    """

    def __init__(self, p, rng):
        raise NotImplementedError

    def forward(self, h, training):
        raise NotImplementedError

    def backward(self, grad):
        raise NotImplementedError
