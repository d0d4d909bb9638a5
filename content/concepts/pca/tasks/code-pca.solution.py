"""PCA by the singular value decomposition, on plain lists."""
from math import hypot, sqrt

Vector = list[float]
Matrix = list[Vector]


def matmul(A: Matrix, B: Matrix) -> Matrix:
    columns = list(zip(*B))
    return [[sum(a * b for a, b in zip(row, col)) for col in columns] for row in A]


def transpose(A: Matrix) -> Matrix:
    return [list(column) for column in zip(*A)]


def svd(A: Matrix) -> tuple[Matrix, Vector, Matrix]:
    """U (n, r), s (r,) from the largest on, Vt (r, d), with r = min(n, d).

    As numpy.linalg.svd(A, full_matrices=False), by one-sided Jacobi rotations.
    """
    n, d = len(A), len(A[0])
    unit = [[float(i == j) for j in range(d)] for i in range(d)]
    W = [column + row for column, row in zip(transpose(A), unit)]
    for _ in range(40):  # turns pairs of columns until they are orthogonal
        turned = False
        for p in range(d):
            for q in range(p + 1, d):
                x, y = W[p], W[q]
                a, b = sum(v * v for v in x[:n]), sum(v * v for v in y[:n])
                c = sum(v * w for v, w in zip(x[:n], y[:n]))
                if abs(c) <= 1e-15 * sqrt(a * b):
                    continue
                turned, h = True, (b - a) / (2 * c)
                t = (1.0 if h >= 0 else -1.0) / (abs(h) + hypot(1, h))
                cos, sin = 1 / hypot(1, t), t / hypot(1, t)
                W[p] = [cos * v - sin * w for v, w in zip(x, y)]
                W[q] = [sin * v + cos * w for v, w in zip(x, y)]
        if not turned:
            break
    found = sorted(((hypot(*w[:n]), w) for w in W), key=lambda pair: -pair[0])
    found = found[: min(n, d)]
    left = [[x / size if size else 0.0 for x in w[:n]] for size, w in found]
    return transpose(left), [size for size, _ in found], [w[n:] for _, w in found]


class PCA:
    def __init__(self, k: int) -> None:
        self.k = k

    def fit(self, X: Matrix) -> "PCA":
        self.mean = [sum(column) / len(X) for column in transpose(X)]
        _, s, Vt = svd(self._centered(X))
        variances = [x**2 / (len(X) - 1) for x in s]
        self.components = Vt[: self.k]  # (k, d)
        self.variances = variances[: self.k]
        self.ratio = [v / sum(variances) for v in self.variances]
        return self

    def transform(self, X: Matrix) -> Matrix:
        return matmul(self._centered(X), transpose(self.components))

    def inverse(self, Z: Matrix) -> Matrix:
        rows = matmul(Z, self.components)
        return [[x + m for x, m in zip(row, self.mean)] for row in rows]

    def _centered(self, X: Matrix) -> Matrix:
        return [[x - m for x, m in zip(row, self.mean)] for row in X]
