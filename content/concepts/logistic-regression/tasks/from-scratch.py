"""Binary logistic regression by gradient descent, on plain lists."""
from math import exp

Vector = list[float]
Matrix = list[Vector]


def matvec(A: Matrix, v: Vector) -> Vector:
    """The product of a matrix, a list of rows, and a vector."""
    return [sum(a * x for a, x in zip(row, v)) for row in A]


def transpose(A: Matrix) -> Matrix:
    return [list(column) for column in zip(*A)]


def predict(X: Matrix, theta: Vector) -> Vector:
    """Returns the N probabilities of the label 1.

    X: N rows of d features, without a column of ones.
    theta: 1 + d numbers, the intercept first.
    The scores may be as large as 1,000 in size.

    >>> predict([[0.0]], [0.0, 1.0])
    [0.5]
    """
    raise NotImplementedError


def fit(
    X: Matrix, y: list[int], l2: float = 0.0, tol: float = 1e-6, steps: int = 10_000
) -> Vector:
    """Returns theta, 1 + d numbers, the intercept first: by gradient descent, the
    minimum of the mean loss plus l2 / 2 times the sum of the squared weights.

    X: N rows of d features, of any scale; y: N labels, 0 or 1. Neither is changed.
    l2: acts on the weights and leaves the intercept free.
    tol: stop when no entry of the gradient is larger.
    steps: at most so many; if the gradient is still larger then, RuntimeError.

    >>> fit([[0.0], [0.0], [1.0], [1.0], [1.0]], [0, 1, 1, 1, 0])
    [0.0, 0.6931]   (rounded: odds of 1 and of 2)
    """
    raise NotImplementedError
