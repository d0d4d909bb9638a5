"""Gradient descent, momentum, Nesterov and Adam on f = (u^2 + kappa v^2) / 2."""
from math import cos, hypot, pi, sin, sqrt
from typing import Callable

Vec, ZERO = list[float], [0.0, 0.0]
Grad = Callable[[Vec], Vec]
Step = Callable[[Vec, Grad, int, dict[str, Vec]], Vec]

# region: steps
def gd(eta: float) -> Step:
    return lambda w, grad, t, s: [x - eta * g for x, g in zip(w, grad(w))]

def momentum(eta: float, beta: float, nesterov: bool = False) -> Step:
    def step(w: Vec, grad: Grad, t: int, s: dict[str, Vec]) -> Vec:
        u = s.get("u", ZERO)
        at = [x - eta * beta * q for x, q in zip(w, u)] if nesterov else w
        s["u"] = [beta * q + g for q, g in zip(u, grad(at))]
        return [x - eta * q for x, q in zip(w, s["u"])]
    return step

def adam(eta: float, b1: float = 0.9, b2: float = 0.999, eps: float = 1e-8) -> Step:
    def step(w: Vec, grad: Grad, t: int, s: dict[str, Vec]) -> Vec:
        g = grad(w)
        s["m"] = [b1 * m + (1 - b1) * x for m, x in zip(s.get("m", ZERO), g)]
        s["v"] = [b2 * v + (1 - b2) * x * x for v, x in zip(s.get("v", ZERO), g)]
        m_hat = [m / (1 - b1**t) for m in s["m"]]  # t counts from 1
        v_hat = [v / (1 - b2**t) for v in s["v"]]
        return [x - eta * m / (sqrt(v) + eps) for x, m, v in zip(w, m_hat, v_hat)]
    return step
# endregion

def distances(step: Step, kappa: float, angle: float, steps: int) -> list[float]:
    c, s = cos(angle), sin(angle)

    def grad(w: Vec) -> Vec:
        u, v = c * w[0] + s * w[1], kappa * (c * w[1] - s * w[0])
        return [c * u - s * v, s * u + c * v]

    w, state, out = [10 * c - s, 10 * s + c], {}, []  # start at u = 10, v = 1
    for t in range(1, steps + 1):
        w = step(w, grad, t, state)
        out.append(hypot(*w))
    return out

print("   eta  predicted  measured  distance at 20  at 400")  # curvatures 1 and 25
for eta in (1 / 25, 2 / 26, 0.079, 0.081):
    d = distances(gd(eta), 25, 0.0, 400)
    rho = max(abs(1 - eta), abs(1 - 25 * eta))
    print(f"{eta:.4f} {rho:10.4f} {d[-1] / d[-2]:9.4f} {d[19]:15.3f} {d[-1]:7.1e}")
print("\nfirst within 0.01      kappa 25    rotated kappa 2500    rotated")
for name in ("gradient descent", "heavy ball", "Nesterov", "Adam, eta 0.5"):
    row = f"{name:20s}"
    for k, angle in ((25, 0.0), (25, pi / 4), (2500, 0.0), (2500, pi / 4)):
        b = (sqrt(k) - 1) / (sqrt(k) + 1)
        rule = {"g": gd(2 / (1 + k)), "h": momentum(4 / (1 + sqrt(k)) ** 2, b * b),
                "N": momentum(1 / k, b, True), "A": adam(0.5)}[name[0]]
        d = distances(rule, k, angle, 9000)
        row += f"{next(t for t, x in enumerate(d, 1) if x < 0.01):11d}"
    print(row)
