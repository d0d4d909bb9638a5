"""Both passes of a two-layer ReLU classifier, on plain lists, and their check."""
from math import exp, log, sqrt


def matmul(a, b):
    """The product of an n × k and a k × m matrix."""
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, col)) for col in columns] for row in a]


def transposed(a):
    return [list(column) for column in zip(*a)]


def rows(a):
    """The rows of a matrix; a vector is one row. To change them changes a."""
    return a if isinstance(a[0], list) else [a]


def loss_and_grads(X, y, W1, b1, W2, b2):
    """Returns the mean cross-entropy, and its gradients by W1, b1, W2 and b2.

    X: N rows of D numbers; y: N labels, integers from 0 to K - 1.
    W1: D × H and b1: H numbers; then ReLU; W2: H × K and b2: K numbers.
    Each gradient has the shape of its parameter. Scores may be in the thousands.

    >>> loss_and_grads([[3.0]], [1], [[1.0]], [0.0], [[0.0, 0.0]], [0.0, 0.0])
    (0.6931471805599453, ([[0.0]], [0.0], [[1.5, -1.5]], [0.5, -0.5]))
    """
    raise NotImplementedError


def is_right(f, X, y, p):
    """Returns whether the gradients of f are those of its loss.

    f: called like loss_and_grads, and returns like it.
    p: the list [W1, b1, W2, b2] to check at; as it was when you are done.

    A right gradient agrees with central differences to six digits or more. A wrong
    one is off by 1% or more, in one of the four at least. Either may have a length
    of 1e-6 or of 1e6.
    """
    raise NotImplementedError
