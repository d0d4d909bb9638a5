from math import sqrt
from random import Random

from cases import case, check, close, that

# Of variance 6 along (1, 1) and 2/3 across it, around (7, −3).
PLANE = [[9.0, -2.0], [5.0, -4.0], [8.0, -1.0], [6.0, -5.0]]


def cloud(rows, d, seed):
    """Rows around a mean far from 0, with features that are correlated."""
    random = Random(seed)
    turn = [[random.gauss(0, 1) for _ in range(d)] for _ in range(d)]
    drawn = [[random.gauss(0, 1) for _ in range(d)] for _ in range(rows)]
    return [[7.0 + j + sum(x * t[j] for x, t in zip(row, turn)) for j in range(d)] for row in drawn]


def fitted(task, k, X):
    pca = task.PCA(k)
    pca.fit([list(row) for row in X])
    return pca


def covariance(Z):
    """Entry by entry, with the divisor n − 1."""
    means = [sum(column) / len(Z) for column in zip(*Z)]
    moved = [[z - m for z, m in zip(row, means)] for row in Z]
    d = range(len(means))
    return [[sum(row[i] * row[j] for row in moved) / (len(Z) - 1) for j in d] for i in d]


def squares(X, Y):
    return sum((x - y) ** 2 for row, other in zip(X, Y) for x, y in zip(row, other))


@case("Four points around (7, −3): nine tenths of the variance lie along one direction.", judges=["variances-from-s"])
def plane(task):
    pca = fitted(task, 1, PLANE)
    close(pca.mean, [7.0, -3.0], "the mean")
    close(pca.variances, [6.0], "the variance along the first component")
    close(pca.ratio, [0.9], "its share of 6 + 2/3")


@case("The first component points along (1, 1); its sign is free.", judges=["components-from-vt"])
def direction(task):
    components = fitted(task, 1, PLANE).components
    close((len(components), len(components[0])), (1, 2), "how many components, of how many numbers")
    sign = 1 if components[0][0] > 0 else -1
    close([sign * x for x in components[0]], [sqrt(0.5)] * 2, "the component, its sign turned to +")


@case("The scores go back to the nearest points on the line.", judges=["centers-with-stored-mean"])
def nearest(task):
    pca = fitted(task, 1, PLANE)
    scores = pca.transform([[9.0, -2.0], [6.0, -2.0]])
    check(pca.inverse, scores, gives=[[8.5, -1.5], [7.0, -3.0]])


@case("A row alone has the scores that it has among others.", kind="edge", judges=["centers-with-stored-mean"])
def one_row(task):
    X = cloud(20, 3, seed=0)
    pca = fitted(task, 2, X)
    check(pca.transform, X[:1], gives=pca.transform(X)[:1])


@case("All components give every row back.", kind="edge", judges=["components-from-vt", "centers-with-stored-mean"])
def whole(task):
    X = cloud(12, 4, seed=1)
    pca = fitted(task, 4, X)
    check(pca.inverse, pca.transform(X), gives=X)
    close(sum(pca.ratio), 1.0, "the sum of all shares")


@case("Three rows of five features have two variances, and two components give them back.", kind="edge", hidden=True)
def wide(task):
    X = cloud(3, 5, seed=2)
    close(fitted(task, 3, X).variances[2], 0.0, "the third variance of three rows")
    pca = fitted(task, 2, X)
    check(pca.inverse, pca.transform(X), gives=X)


@case("What is given stays as it is.", kind="edge", hidden=True)
def arguments_stay(task):
    X, pca = [list(row) for row in PLANE], task.PCA(2)
    pca.fit(X)
    Z = pca.transform(X)
    before = [list(row) for row in Z]
    pca.inverse(Z)
    that((X, Z) == (PLANE, before), "the rows or the scores were changed", X=X, Z=Z)


@case("The scores are uncorrelated, and their variances are those that were found.", kind="property",
      judges=["components-from-vt", "variances-from-s"])
def diagonal(task):
    X = cloud(50, 4, seed=3)
    pca = fitted(task, 3, X)
    expected = [[pca.variances[i] if i == j else 0.0 for j in range(3)] for i in range(3)]
    close(covariance(pca.transform(X)), expected, "the covariance of the scores")


@case("The squared error of the way back is n − 1 times the variance that was dropped.", kind="property", hidden=True,
      judges=["variances-from-s", "centers-with-stored-mean"])
def error(task):
    X = cloud(30, 5, seed=4)
    total = sum(covariance(X)[i][i] for i in range(5))
    for k in (1, 2, 4):
        pca = fitted(task, k, X)
        close(sum(pca.ratio), sum(pca.variances) / total, f"the sum of the {k} shares")
        close(squares(X, pca.inverse(pca.transform(X))), 29 * (total - sum(pca.variances)), f"the squared error at k = {k}")


@case("Two hundred rows of eight features end in time, with components that are orthonormal.", kind="scale", hidden=True,
      judges=["components-from-vt"])
def scale(task):
    components = fitted(task, 5, cloud(200, 8, seed=5)).components
    close([[sum(x * y for x, y in zip(u, v)) for v in components] for u in components],
          [[float(i == j) for j in range(5)] for i in range(5)], "the products of the components")
    close(len(components[0]), 8, "the length of a component")
