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


def add(a, b):
    return [[u + v for u, v in zip(*both)] for both in zip(a, b)]


def split(t, heads):  # n × d -> heads × n × d / heads
    size = len(t[0]) // heads
    return [[row[i * size : (i + 1) * size] for row in t] for i in range(heads)]


def attention(u, p, heads):
    d = len(u[0])
    qkv = matmul(u, p["qkv"])
    parts = ([row[i * d : (i + 1) * d] for row in qkv] for i in range(3))
    mixed = []
    for q, k, v in zip(*(split(part, heads) for part in parts)):
        scores = matmul(q, list(zip(*k)))
        s = [[z / sqrt(d // heads) for z in row] for row in scores]
        for i, row in enumerate(s):
            row[i + 1 :] = [-inf] * (len(row) - i - 1)
        a = [softmax(row) for row in s]
        mixed.append(matmul(a, v))
    joined = [[z for head in rows for z in head] for rows in zip(*mixed)]  # n × d
    return matmul(joined, p["out"])


def mlp(u, p):
    hidden = [[gelu(z) for z in row] for row in matmul(u, p["up"])]
    return matmul(hidden, p["down"])


def block(x, p, heads):
    x = add(x, attention(layer_norm(x, *p["ln1"]), p, heads))
    return add(x, mlp(layer_norm(x, *p["ln2"]), p))
