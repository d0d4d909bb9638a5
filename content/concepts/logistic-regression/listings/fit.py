"""Logistic regression with one feature: gradient descent and Newton's method."""
from math import exp, log, log1p

Rows = list[tuple[float, int]]
# one yes of four at x = 0, three of four at x = 1
ROWS: Rows = [(0, 1), (0, 0), (0, 0), (0, 0), (1, 1), (1, 1), (1, 1), (1, 0)]
L2 = 0.0  # penalty on w in the mean loss; the intercept stays free
START = (0.0, 0.0)


# region: model
def sigmoid(z: float) -> float:
    return 1 / (1 + exp(-z)) if z >= 0 else exp(z) / (1 + exp(z))


def loss(b: float, w: float) -> float:
    """Mean of softplus(z) - y z, plus the penalty."""
    each = [(w * x + b, y) for x, y in ROWS]
    total = sum(max(z, 0) + log1p(exp(-abs(z))) - y * z for z, y in each)
    return total / len(ROWS) + L2 / 2 * w * w


def slopes(b: float, w: float) -> tuple[float, float]:
    errors = [(sigmoid(w * x + b) - y, x) for x, y in ROWS]
    n = len(ROWS)
    return sum(e for e, _ in errors) / n, sum(e * x for e, x in errors) / n + L2 * w
# endregion


def newton_step(b: float, w: float) -> tuple[float, float] | None:
    """One step of the 2 x 2 system; None where the Hessian is singular."""
    n = len(ROWS)
    s = [(p * (1 - p) / n, x) for x, _ in ROWS for p in [sigmoid(w * x + b)]]
    h00, h01 = sum(a for a, _ in s), sum(a * x for a, x in s)
    h11 = sum(a * x * x for a, x in s) + L2
    det = h00 * h11 - h01 * h01
    if det < 1e-15:
        return None
    gb, gw = slopes(b, w)
    return b - (h11 * gb - h01 * gw) / det, w - (h00 * gw - h01 * gb) / det


print(f"closed form        b {-log(3):8.4f}  w {2 * log(3):8.4f}")
b, w = START
for step in range(1, 301):
    gb, gw = slopes(b, w)
    b, w = b - 1.0 * gb, w - 1.0 * gw
    if step in (10, 100, 300):
        print(f"descent, step {step:3}  b {b:8.4f}  w {w:8.4f}"
              f"  loss {loss(b, w):.6f}")
c, v = START
for step in range(1, 5):
    at = newton_step(c, v)
    if at is None:
        print(f"Newton,  step {step:3}   singular Hessian")
        break
    c, v = at
    print(f"Newton,  step {step:3}  b {c:8.4f}  w {v:8.4f}  loss {loss(c, v):.6f}")
print(f"odds ratio {exp(w):.2f}, p {sigmoid(b):.3f} and {sigmoid(b + w):.3f}")
