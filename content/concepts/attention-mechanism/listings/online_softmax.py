"""Attention in one pass over blocks of keys: same output, a fixed-size state."""
import math
import random

Vector = list[float]


def attend_full(scores: Vector, values: list[Vector]) -> Vector:
    top = max(scores)
    exps = [math.exp(s - top) for s in scores]
    total = sum(exps)
    return [sum(e * v[c] for e, v in zip(exps, values)) / total
            for c in range(len(values[0]))]


def attend_blocks(scores: Vector, values: list[Vector], block: int) -> Vector:
    top, total = -math.inf, 0.0          # mu and l: all that softmax remembers
    acc = [0.0] * len(values[0])         # o: sum of exp(s - mu) * v, undivided
    for start in range(0, len(scores), block):
        part = scores[start:start + block]
        new_top = max(top, max(part))
        shrink = math.exp(top - new_top)  # 0 for the first block, 1 if mu held
        exps = [math.exp(s - new_top) for s in part]
        total = shrink * total + sum(exps)
        for c in range(len(acc)):
            acc[c] = shrink * acc[c] + sum(
                e * v[c] for e, v in zip(exps, values[start:start + block]))
        top = new_top
    return [a / total for a in acc]


def gap(a: Vector, b: Vector) -> float:
    return max(abs(x - y) for x, y in zip(a, b))


rng = random.Random(1)
n, width = 1000, 8
scores = [rng.gauss(0, 3) for _ in range(n)]
values = [[rng.gauss(0, 1) for _ in range(width)] for _ in range(n)]
full = attend_full(scores, values)
for block in (1, 64, 333, n):
    close = gap(full, attend_blocks(scores, values, block)) < 1e-12
    print(f"block {block:>4}: equal to 1e-12 {close}, "
          f"numbers kept between blocks {2 + width}")

rising = [float(i) for i in range(n)]    # the maximum moves in every block
print("rising scores to 999, equal:",
      gap(attend_full(rising, values), attend_blocks(rising, values, 64)) < 1e-12)
