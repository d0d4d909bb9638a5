"""One AdamW update, on plain lists."""
from math import sqrt


def adamw(w, g, state, lr=1e-3, b1=0.9, b2=0.999, eps=1e-8, wd=0.01):
    """Returns the weights after one step.

    w, g: the weights and their gradient, lists of the same length d.
    state: a dictionary, empty before the first step, for what the next one needs.
    wd: weight decay, which acts on the weights and not through the gradient.

    >>> adamw([1.0], [0.5], {}, lr=0.1, wd=0.0)
    [0.9]   (up to eps)
    """
    raise NotImplementedError
