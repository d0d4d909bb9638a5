"""Principal components of four points in the plane, by formula and by iteration."""
from math import atan2, cos, degrees, hypot, radians, sin

Point = tuple[float, float]
UNIT = 1.0  # the first feature is measured in this many units
SHIFT = 0.0  # added to the first feature
CENTER = True
POINTS: list[Point] = [(2, 1), (-2, -1), (1, 2), (-1, -2)]


def prepared(points: list[Point]) -> list[Point]:
    moved = [(UNIT * x + SHIFT, y) for x, y in points]
    n = len(moved)
    mx = sum(x for x, _ in moved) / n if CENTER else 0.0
    my = sum(y for _, y in moved) / n if CENTER else 0.0
    return [(x - mx, y - my) for x, y in moved]


def covariance(points: list[Point]) -> tuple[float, float, float]:
    """The entries xx, xy and yy, with the divisor n - 1."""
    n = len(points) - 1
    return (sum(x * x for x, _ in points) / n, sum(x * y for x, y in points) / n,
            sum(y * y for _, y in points) / n)


rows = prepared(POINTS)
a, b, c = covariance(rows)
middle, radius = (a + c) / 2, hypot((a - c) / 2, b)
first, second = middle + radius, middle - radius
theta = atan2(2 * b, a - c) / 2
print(f"C = [[{a:.3f}, {b:.3f}], [{b:.3f}, {c:.3f}]]")
print(f"eigenvalues {first:.3f} and {second:.3f}, trace {a + c:.3f}")
print(f"first share {first / (a + c):.1%}, axis at {degrees(theta):.2f} degrees")

print("angle   variance   residual     sum")
for angle in [degrees(theta), 0.0, 90.0, degrees(theta) + 90]:
    u = cos(radians(angle)), sin(radians(angle))
    scores = [u[0] * x + u[1] * y for x, y in rows]
    back = [(s * u[0], s * u[1]) for s in scores]
    left = sum((x - p) ** 2 + (y - q) ** 2
               for (x, y), (p, q) in zip(rows, back))
    variance, residual = sum(s * s for s in scores) / 3, left / 3
    both = variance + residual
    print(f"{angle:5.1f} {variance:10.3f} {residual:10.3f} {both:7.3f}")

v: Point = (1.0, 0.0)
u = cos(theta), sin(theta)
for step in range(1, 4):
    v = a * v[0] + b * v[1], b * v[0] + c * v[1]
    size = hypot(*v)
    v = v[0] / size, v[1] / size
    off = abs(u[0] * v[1] - u[1] * v[0]) / abs(u[0] * v[0] + u[1] * v[1])
    print(f"power iteration {step}: ({v[0]:.4f}, {v[1]:.4f}), "
          f"tan of the error {off:.5f}")
