"""What one far point does to a straight line and to a logistic curve."""
from math import exp

Rows = list[tuple[float, int]]
FAR = 20.0
BASE: Rows = list(zip([1, 2, 3, 4, 5, 6, 7, 8], [0, 0, 0, 1, 0, 1, 1, 1]))


def sigmoid(z: float) -> float:
    return 1 / (1 + exp(-z)) if z >= 0 else exp(z) / (1 + exp(z))


def line(rows: Rows) -> tuple[float, float]:
    """Least squares on the labels 0 and 1: intercept and slope."""
    n = len(rows)
    mx, my = sum(x for x, _ in rows) / n, sum(y for _, y in rows) / n
    square = sum((x - mx) ** 2 for x, _ in rows)
    slope = sum((x - mx) * (y - my) for x, y in rows) / square
    return my - slope * mx, slope


def logistic(rows: Rows) -> tuple[float, float]:
    """Newton's method, each step halved until the gradient's size falls."""
    def slopes(b: float, w: float) -> tuple[float, float]:
        e = [(sigmoid(w * x + b) - y, x) for x, y in rows]
        return sum(v for v, _ in e), sum(v * x for v, x in e)

    b = w = 0.0
    for _ in range(50):
        s = [(p * (1 - p), x) for x, _ in rows for p in [sigmoid(w * x + b)]]
        h00, h01 = sum(a for a, _ in s), sum(a * x for a, x in s)
        h11 = sum(a * x * x for a, x in s)
        (gb, gw), det = slopes(b, w), h00 * h11 - h01 * h01
        db, dw = (h11 * gb - h01 * gw) / det, (h00 * gw - h01 * gb) / det
        size, t = abs(gb) + abs(gw), 1.0
        while t > 1e-9 and sum(map(abs, slopes(b - t * db, w - t * dw))) > size:
            t /= 2
        b, w = b - t * db, w - t * dw
    return b, w


near = BASE[:-1]
cases = {"base": BASE, f"yes at {FAR:g}": near + [(FAR, 1)],
         f"no at {FAR:g}": near + [(FAR, 0)]}
print("                line at 0.5   logistic at 0.5        w")
for name, rows in cases.items():
    (a, slope), (b, w) = line(rows), logistic(rows)
    print(f"{name:<12}{(0.5 - a) / slope:15.3f}{-b / w:18.3f}{w:9.4f}")
a, slope = line(cases[f"yes at {FAR:g}"])
print(f"the line at x = {FAR:g}: {a + slope * FAR:.3f}")

p = sigmoid(-10.0)  # a yes that the model calls a sure no
print(f"slope in z at z = -10, y = 1: cross-entropy {p - 1:.5f}, "
      f"half squared error {(p - 1) * p * (1 - p):.3g}")
