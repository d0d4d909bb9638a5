"""RoPE from scratch: rotate pairs, and the score knows distance alone."""

from math import cos, hypot, sin
from random import Random

Vector = list[float]


def dot(a: Vector, b: Vector) -> float:
    return sum(x * y for x, y in zip(a, b))


# region: rotate
def angles(position: float, d: int, base: float = 10_000.0) -> Vector:
    return [position * base ** (-2 * i / d) for i in range(d // 2)]


def rotate(x: Vector, position: float) -> Vector:
    """Turn each pair of neighbors by its own angle."""
    out: Vector = []
    for i, a in enumerate(angles(position, len(x))):
        even, odd = x[2 * i], x[2 * i + 1]
        out += [even * cos(a) - odd * sin(a), even * sin(a) + odd * cos(a)]
    return out


def score(q: Vector, m: float, k: Vector, n: float) -> float:
    return dot(rotate(q, m), rotate(k, n))
# endregion


q, k = [1.0, 2.0], [3.0, -1.0]
for m, n in ((5, 2), (105, 102), (2, 5), (7, 7)):
    print(f"query at {m:3}, key at {n:3}: score {score(q, m, k, n):7.4f}")
print(f"length of q {hypot(*q):.4f}, rotated to 5 {hypot(*rotate(q, 5)):.4f}")

rng = Random(0)
d = 64
q, k = ([rng.gauss(0, 1) for _ in range(d)] for _ in range(2))
spread = 0.0
for distance in range(0, 1000, 7):
    there = [score(q, n + distance, k, n) for n in (0, 1, 17, 400, 5000)]
    spread = max(spread, max(there) - min(there))
print(f"one distance, five places, d = {d}: equal within 1e-9:", spread < 1e-9)

ones = [1.0] * 128
decay = [score(ones, distance, ones, 0) / 128 for distance in (0, 1, 16, 256, 4096)]
print("q = k = ones, at 0, 1, 16, 256, 4096:", " ".join(f"{s:.2f}" for s in decay))
ahead = rotate(ones, 100)  # a key that asks for distance 100
peak = [score(ones, distance, ahead, 0) for distance in range(400)]
print(f"a key turned by 100 steps: best distance {peak.index(max(peak))}")
