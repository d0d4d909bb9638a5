"""Linear regression by mini-batch gradient descent, on plain lists."""
from math import sqrt
from random import Random


def dot(a, b):
    return sum(u * v for u, v in zip(a, b))


def gradient(X, y, w, l2):
    """Of the mean over these rows, plus that of the penalty."""
    errors = [dot(row, w) - target for row, target in zip(X, y)]
    return [dot(column, errors) / len(X) + l2 * v for column, v in zip(zip(*X), w)]


def fit(X, y, eta=0.1, batch=32, epochs=500, l2=0.0, tol=1e-6, seed=0):
    rng = Random(seed)
    n, w = len(X), [0.0] * len(X[0])
    for _ in range(epochs):
        order = rng.sample(range(n), n)
        for at in range(0, n, batch):
            i = order[at : at + batch]
            g = gradient([X[j] for j in i], [y[j] for j in i], w, l2)
            w = [v - eta * u for v, u in zip(w, g)]
        g = gradient(X, y, w, l2)
        if sqrt(dot(g, g)) < tol:
            break
    return w
