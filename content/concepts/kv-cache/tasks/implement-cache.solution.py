"""Causal attention of one layer with a KV cache, on plain lists."""
from math import cos, exp, inf, sin, sqrt


def turned(head, position):
    """One head's numbers at a rotary position, in pairs of the two halves."""
    half = len(head) // 2
    angles = [position * 100.0 ** -(c / half) for c in range(half)]
    pairs = list(zip(head[:half], head[half:], angles))
    first = [a * cos(t) - b * sin(t) for a, b, t in pairs]
    return first + [a * sin(t) + b * cos(t) for a, b, t in pairs]


def rotate(x, start):
    """x, tokens × heads × d, its tokens at the positions start, start + 1 …"""
    return [[turned(head, at) for head in row] for at, row in enumerate(x, start)]


def dot(a, b):
    return sum(u * w for u, w in zip(a, b))


def softmax(scores):
    top = max(scores)
    exps = [exp(s - top) for s in scores]
    total = sum(exps)
    return [e / total for e in exps]


def attend(q, k, v, cache):
    start = 0 if cache is None else len(cache[0])
    q, k = rotate(q, start), rotate(k, start)
    if cache is not None:
        k, v = cache[0] + k, cache[1] + v
    out = [[] for _ in q]
    for h in range(len(q[0])):
        keys, values = [token[h] for token in k], [token[h] for token in v]
        for i, token in enumerate(q):
            scores = [dot(token[h], key) / sqrt(len(key)) for key in keys]
            scores = [s if j <= start + i else -inf for j, s in enumerate(scores)]
            w = softmax(scores)
            out[i].append([dot(w, column) for column in zip(*values)])
    return out, (k, v)
