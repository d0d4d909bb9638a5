"""Leaving a saddle along y: f(x, y) = x^2 / 2 - 0.1 y^2 / 2."""
import random


def steps_to_leave(y: float, beta: float = 0.0, noise: float = 0.0) -> int | None:
    rng, v, eta = random.Random(0), 0.0, 0.1
    for t in range(1, 5001):
        g = -0.1 * y + noise * rng.gauss(0, 1)
        v = beta * v + g
        y -= eta * v  # without momentum or noise: y grows by 1 + 0.1 * 0.1
        if abs(y) > 1:
            return t
    return None


for label, args in (
    ("exactly on the ridge", (0.0,)),
    ("offset 1e-8", (1e-8,)),
    ("offset 1e-8, momentum 0.9", (1e-8, 0.9)),
    ("on the ridge, noise 0.01", (0.0, 0.0, 0.01)),
):
    print(f"{label:27s} {steps_to_leave(*args) or 'never in 5000 steps'}")
