"""Rotary position embedding (RoPE) for one head, on plain lists."""
from math import cos, sin

Matrix = list[list[float]]


def rope(x: Matrix, offset: int = 0, base: float = 10_000.0) -> Matrix:
    """Returns the rows, each turned to its position; the same for queries and keys.

    x: n rows of d numbers, d even; it stays as it is. In PyTorch a batch and heads
        stand in front, and change nothing.
    offset: the position of the first row, as many as there are tokens in the cache.
    base: pair i, of d / 2, turns by base ** (-2 i / d) a position. Pairs are
        neighbors, (0, 1), (2, 3), ..., and turn from the first to the second.

    >>> rope([[1.0, 0.0], [1.0, 0.0]])
    [[1.0, 0.0], [0.5403, 0.8415]]   (rounded: cos 1, sin 1)
    """
    raise NotImplementedError
