"""Causal multi-head self-attention, on plain lists."""
from math import exp, inf, sqrt


def matmul(a, b):
    """The product of an n × k and a k × m matrix."""
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, col)) for col in columns] for row in a]


def transposed(a):
    return [list(column) for column in zip(*a)]


def split(t, heads):  # n × d -> heads × n × d / heads
    size = len(t[0]) // heads
    return [[row[i * size : (i + 1) * size] for row in t] for i in range(heads)]


def softmax(scores):
    top = max(scores)
    exps = [exp(s - top) for s in scores]
    total = sum(exps)
    return [e / total for e in exps]


def multi_head(x, wq, wk, wv, wo, heads):
    d = len(x[0])
    out = []
    for q, k, v in zip(*(split(matmul(x, w), heads) for w in (wq, wk, wv))):
        scores = matmul(q, transposed(k))
        s = [[z / sqrt(d // heads) for z in row] for row in scores]
        for i, row in enumerate(s):
            row[i + 1 :] = [-inf] * (len(row) - i - 1)
        a = [softmax(row) for row in s]
        out.append(matmul(a, v))
    joined = [[z for head in rows for z in head] for rows in zip(*out)]  # n × d
    return matmul(joined, wo)
