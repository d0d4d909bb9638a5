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


def attend(q, k, v, cache):
    """Returns the outputs of the new tokens, and the longer cache.

    q, k, v: of the n new tokens, n × heads × d each, projected, not yet rotated.
    cache: None before the first token, then a pair: the keys, rotated, and the
        values of all tokens so far, tokens × heads × d each.

    The outputs are n × heads × d. A prefill has many tokens and no cache, a
    decoding step one token and a cache, a chunk both. Scores may reach a thousand.

    >>> attend([[[1.0, 0.0]]], [[[3.0, 4.0]]], [[[5.0, 6.0]]], None)
    ([[[5.0, 6.0]]], ([[[3.0, 4.0]]], [[[5.0, 6.0]]]))
    """
    raise NotImplementedError
