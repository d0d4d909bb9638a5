"""Rotary position embedding (RoPE) for one head, on plain lists."""
from math import cos, sin

Matrix = list[list[float]]


def rope(x: Matrix, offset: int = 0, base: float = 10_000.0) -> Matrix:
    d = len(x[0])
    theta = [base ** (-i / d) for i in range(0, d, 2)]  # (d / 2,)
    out = []
    for place, row in enumerate(x, start=offset):
        turned = []
        for a, b, t in zip(row[0::2], row[1::2], theta):
            c, s = cos(place * t), sin(place * t)
            turned += [a * c - b * s, a * s + b * c]
        out.append(turned)
    return out
