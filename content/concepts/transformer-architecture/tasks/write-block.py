"""One pre-norm GPT block, on plain lists."""
from math import erf, exp, inf, sqrt


def matmul(a, b):
    """The product of an n × k and a k × m matrix."""
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, col)) for col in columns] for row in a]


def softmax(scores):
    top = max(scores)
    exps = [exp(s - top) for s in scores]
    return [e / sum(exps) for e in exps]


def layer_norm(x, gain, bias, eps=1e-5):
    """Each row with mean 0 and variance 1, then times gain, plus bias."""
    out = []
    for row in x:
        mean = sum(row) / len(row)
        inv = 1 / sqrt(sum((v - mean) ** 2 for v in row) / len(row) + eps)
        out.append([g * (v - mean) * inv + b for v, g, b in zip(row, gain, bias)])
    return out


def gelu(x):
    return x * (1 + erf(x / sqrt(2))) / 2


def block(x, p, heads):
    """Returns the stream after attention and MLP, n rows of d numbers.

    x: the stream of one sequence, n rows of d numbers, one for each token.
    p: a dictionary. "ln1", "ln2": pairs of gain and bias, d numbers each, of the
        first and the second norm. "qkv": d × 3d, its columns those of the queries,
        then keys, then values. "out": d × d; "up": d × 4d; "down": 4d × d.
        Matrices are applied as matmul(x, w), without biases.
    heads: how many, a divisor of d. Of queries, keys and values, the first head has
        the first d / heads columns, the next head the next, and so on.

    Token i attends to the tokens 0 to i. With "out" and "down" of zeros, the stream
    passes as it is:

    >>> zero = [[0.0]]
    >>> p = {"ln1": ([1.0], [0.0]), "ln2": ([1.0], [0.0]), "qkv": [[1.0, 1.0, 1.0]]}
    >>> block([[7.0]], {**p, "out": zero, "up": [[1.0] * 4], "down": zero * 4}, 1)
    [[7.0]]
    """
    raise NotImplementedError
