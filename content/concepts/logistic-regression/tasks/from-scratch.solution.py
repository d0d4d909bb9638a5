"""Binary logistic regression by gradient descent, on plain lists."""
from math import exp

Vector = list[float]
Matrix = list[Vector]


def matvec(A: Matrix, v: Vector) -> Vector:
    """The product of a matrix, a list of rows, and a vector."""
    return [sum(a * x for a, x in zip(row, v)) for row in A]


def transpose(A: Matrix) -> Matrix:
    return [list(column) for column in zip(*A)]


def sigmoid(z: float) -> float:
    e = exp(-abs(z))
    return (1.0 if z >= 0 else e) / (1 + e)


def predict(X: Matrix, theta: Vector) -> Vector:
    return [sigmoid(z) for z in matvec([[1.0, *row] for row in X], theta)]


def fit(
    X: Matrix, y: list[int], l2: float = 0.0, tol: float = 1e-6, steps: int = 10_000
) -> Vector:
    n, columns = len(y), transpose([[1.0, *row] for row in X])
    theta = [0.0] * len(columns)
    # The trace of X^T X / N is at least its largest eigenvalue.
    eta = 1 / (sum(x * x for column in columns for x in column) / n / 4 + l2)
    free = [0.0] + [1.0] * (len(columns) - 1)  # the intercept is free
    for _ in range(steps):
        errors = [p - label for p, label in zip(predict(X, theta), y)]
        sums = matvec(columns, errors)
        g = [s / n + l2 * f * t for s, f, t in zip(sums, free, theta)]
        if max(abs(x) for x in g) < tol:
            return theta
        theta = [t - eta * x for t, x in zip(theta, g)]
    raise RuntimeError("no convergence: separable, or badly scaled?")
