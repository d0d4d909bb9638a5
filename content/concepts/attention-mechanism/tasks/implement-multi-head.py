"""Causal multi-head self-attention, on plain lists."""
from math import exp, inf, sqrt


def matmul(a, b):
    """The product of an n × k and a k × m matrix."""
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, col)) for col in columns] for row in a]


def transposed(a):
    return [list(column) for column in zip(*a)]


def multi_head(x, wq, wk, wv, wo, heads):
    """Returns the output of one sequence, n rows of d numbers.

    x: n rows of d numbers, one for each token.
    wq, wk, wv, wo: d × d each, applied as matmul(x, w), without biases.
    heads: how many, a divisor of d. Of queries, keys and values, the first head has
        the first d / heads columns, the next head the next, and so on.

    Token i attends to the tokens 0 to i. Scores of a thousand may come.

    >>> multi_head([[2.0], [4.0]], [[0.0]], [[1.0]], [[1.0]], [[1.0]], 1)
    [[2.0], [3.0]]
    """
    raise NotImplementedError
