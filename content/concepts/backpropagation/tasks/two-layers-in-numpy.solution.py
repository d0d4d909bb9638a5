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


def layer(X, W, b):
    return [[s + c for s, c in zip(row, b)] for row in matmul(X, W)]


def sums(a):
    """Over the batch."""
    return [sum(column) for column in zip(*a)]


def loss_and_grads(X, y, W1, b1, W2, b2):
    N = len(y)
    Z = layer(X, W1, b1)
    A = [[max(z, 0.0) for z in row] for row in Z]
    loss, dS = 0.0, []
    for S, label in zip(layer(A, W2, b2), y):
        top = max(S)
        log_sum = log(sum(exp(s - top) for s in S))
        logp = [s - top - log_sum for s in S]
        loss -= logp[label] / N
        dS.append([(exp(q) - (k == label)) / N for k, q in enumerate(logp)])
    dA = matmul(dS, transposed(W2))
    dZ = [[g if z > 0 else 0.0 for g, z in zip(*both)] for both in zip(dA, Z)]
    return loss, (
        matmul(transposed(X), dZ),
        sums(dZ),
        matmul(transposed(A), dS),
        sums(dS),
    )


def length(numbers):
    return sqrt(sum(x * x for x in numbers))


def is_right(f, X, y, p):
    eps = 1e-5
    for a, grad in zip(p, f(X, y, *p)[1]):
        n = []
        for row in rows(a):
            for i, keep in enumerate(row):
                row[i] = keep + eps
                up = f(X, y, *p)[0]
                row[i] = keep - eps
                n.append((up - f(X, y, *p)[0]) / (2 * eps))
                row[i] = keep
        g = [x for row in rows(grad) for x in row]
        if length([u - v for u, v in zip(g, n)]) > 1e-7 * (length(g) + length(n)):
            return False
    return True
