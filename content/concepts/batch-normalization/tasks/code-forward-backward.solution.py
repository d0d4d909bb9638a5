"""Batch normalization of a matrix, forward and backward, on plain lists."""
from math import sqrt


def mean_of(rows):
    """Of each channel, over the batch: axis 0."""
    return [sum(column) / len(rows) for column in zip(*rows)]


def times(a, b):
    return [[u * v for u, v in zip(*both)] for both in zip(a, b)]


def forward(x, gamma, beta, state, training, eps=1e-5, momentum=0.1):
    if training:
        m, mean = len(x), mean_of(x)
        var = mean_of([[(v - u) ** 2 for v, u in zip(row, mean)] for row in x])
        unbiased = [v * m / (m - 1) for v in var]
        for name, new in (("mean", mean), ("var", unbiased)):
            state[name] = [o + momentum * (n - o) for o, n in zip(state[name], new)]
    else:
        mean, var = state["mean"], state["var"]
    inv = [1 / sqrt(v + eps) for v in var]
    x_hat = [[(v - u) * i for v, u, i in zip(row, mean, inv)] for row in x]
    y = [[a * v + b for v, a, b in zip(row, gamma, beta)] for row in x_hat]
    return y, (x_hat, inv)


def backward(g, cache, gamma):
    x_hat, inv = cache
    shift, stretch = mean_of(g), mean_of(times(g, x_hat))
    dx = []
    for up, hat in zip(g, x_hat):
        channels = zip(up, hat, gamma, inv, shift, stretch)
        dx.append([a * i * (u - s - h * t) for u, h, a, i, s, t in channels])
    return dx, [sum(c) for c in zip(*times(g, x_hat))], [sum(c) for c in zip(*g)]
