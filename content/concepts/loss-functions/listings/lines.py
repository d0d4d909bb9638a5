"""The line that each loss fits when the tenth point is moved."""

from itertools import combinations

DELTA = 1.0
NOISE = (0.3, -0.2, 0.1, -0.4, 0.2, 0.3, -0.3, 0.1, -0.2)
TENTH = ((9.0, 5.6), (9.0, 20.0), (9.0, 40.0), (40.0, 0.0), (40.0, 21.0))

Points = list[tuple[float, float]]


# region: fits
def huber_slope(points: Points, delta: float) -> float:
    """Least squares, reweighted by min(1, delta / |residual|) until it stands."""
    a = b = 0.0
    for _ in range(500):
        far = [max(abs(y - a - b * x), 1e-12) for x, y in points]
        w = [min(1.0, delta / r) for r in far]
        mx = sum(v * x for v, (x, _) in zip(w, points)) / sum(w)
        my = sum(v * y for v, (_, y) in zip(w, points)) / sum(w)
        top = sum(v * (x - mx) * (y - my) for v, (x, y) in zip(w, points))
        b = top / sum(v * (x - mx) ** 2 for v, (x, _) in zip(w, points))
        a = my - b * mx
    return b


def absolute_slope(points: Points) -> float:
    """Some line of least absolute error passes through two of the points."""
    tried: list[tuple[float, float]] = []
    for (x1, y1), (x2, y2) in combinations(points, 2):
        b = (y2 - y1) / (x2 - x1)
        cost = sum(abs(y - y1 - b * (x - x1)) for x, y in points)
        tried.append((round(cost, 9), b))
    return min(tried)[1]


print("nine points lie near 1 + 0.5x; slopes by the tenth")
print("tenth point      squared    Huber  absolute")
for x10, y10 in TENTH:
    points = [(float(x), 1 + 0.5 * x + e) for x, e in enumerate(NOISE)]
    points.append((x10, y10))
    squared, huber = huber_slope(points, 1e9), huber_slope(points, DELTA)
    absolute = absolute_slope(points)
    print(f"({x10:4.1f}, {y10:4.1f})   {squared:9.3f}{huber:9.3f}{absolute:10.3f}")
# endregion
