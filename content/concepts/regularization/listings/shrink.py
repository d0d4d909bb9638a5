"""What L1 and L2 do to weights: exactly in one dimension, step by step in two."""
from math import copysign, exp, hypot

Vec = list[float]


# region: prox
def soft(a: float, lam: float) -> float:
    """Minimizes (w - a)^2 / 2 + lam |w|."""
    return copysign(max(abs(a) - lam, 0.0), a)


def shrink(a: float, lam: float) -> float:
    """Minimizes (w - a)^2 / 2 + lam w^2 / 2."""
    return a / (1 + lam)
# endregion


print("   a     L1      L2      elastic net (half each), lambda = 1")
for a in (3.0, 0.8, -0.3):
    both = soft(a, 0.5) / (1 + 0.5) + 0.0
    print(f"{a:4.1f} {soft(a, 1) + 0.0:7.3f} {shrink(a, 1):7.3f} {both:7.3f}")

# A Gaussian likelihood at 0.8 with a Laplace prior, both of scale 1, on a grid.
grid = [x / 1000 for x in range(-20_000, 20_001)]
p = [exp(-(x - 0.8) ** 2 / 2 - abs(x)) for x in grid]
mean = sum(x * q for x, q in zip(grid, p)) / sum(p)
print(f"posterior for a = 0.8: mode {grid[p.index(max(p))]:.3f}, mean {mean:.3f}")

RHO, BEST = 0.8, [1.5, -0.4]  # two correlated features; the loss is lowest at BEST


def gradient(w: Vec) -> Vec:  # H (w - BEST)
    d = [w[0] - BEST[0], w[1] - BEST[1]]
    return [d[0] + RHO * d[1], RHO * d[0] + d[1]]


# region: ista
def ista(lam: float, eta: float = 0.5, steps: int = 400) -> Vec:
    w = [1.0, 1.0]
    for _ in range(steps):
        g = gradient(w)
        w = [soft(x - eta * d, eta * lam) for x, d in zip(w, g)]
    return w
# endregion


def ridge(lam: float) -> Vec:
    """Solves (H + lam I) w = H BEST, by Cramer's rule."""
    c = [BEST[0] + RHO * BEST[1], RHO * BEST[0] + BEST[1]]
    d = (1 + lam) ** 2 - RHO ** 2
    return [((1 + lam) * x - RHO * y) / d for x, y in (c, c[::-1])]


print("\nlambda    L1: w1     w2        L2: w1      w2    norm")
for lam in (0.0, 0.1, 0.3, 0.6, 1.2):
    w, r = ista(lam), ridge(lam)
    zero = "  exact zero" if 0.0 in w else ""
    print(f"{lam:6.1f} {w[0]:9.4f} {w[1] + 0.0:9.4f} {r[0]:10.4f} {r[1]:8.4f}"
          f"{hypot(*r):8.4f}{zero}")
