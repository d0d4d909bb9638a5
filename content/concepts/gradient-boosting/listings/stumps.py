"""Least-squares boosting with stumps, from scratch."""
from typing import NamedTuple


class Stump(NamedTuple):
    cut: float
    left: float
    right: float
    drop: float  # by how much it lowers the sum of squared errors

    def __call__(self, x: float) -> float:
        return self.left if x < self.cut else self.right


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


# region: fit
def fit_stump(x: list[float], r: list[float]) -> Stump:
    """The cut with the largest drop; x is sorted, with no value twice."""
    best = None
    for k in range(1, len(x)):
        left, right = mean(r[:k]), mean(r[k:])
        drop = k * left**2 + (len(x) - k) * right**2 - len(x) * mean(r) ** 2
        if best is None or drop > best.drop:
            best = Stump((x[k - 1] + x[k]) / 2, left, right, drop)
    assert best is not None
    return best


def boost(
    x: list[float], y: list[float], eta: float, rounds: int, show: bool = False
) -> list[float]:
    """Returns the sum of squared errors after each round."""
    F = [mean(y)] * len(x)  # the best constant
    errors = [sum((b - f) ** 2 for b, f in zip(y, F))]
    for m in range(1, rounds + 1):
        r = [b - f for b, f in zip(y, F)]  # negative gradient of (y - F)^2 / 2
        h = fit_stump(x, r)
        F = [f + eta * h(a) for a, f in zip(x, F)]
        errors.append(sum((b - f) ** 2 for b, f in zip(y, F)))
        predicted = errors[-2] - eta * (2 - eta) * h.drop
        if show:
            print(f"round {m}: cut {h.cut}, leaves {h.left:+.3f} {h.right:+.3f}")
            print(f"  F = {[round(f, 3) for f in F]}")
            print(f"  SSE {errors[-1]:.4f}, formula {predicted:.4f}")
    return errors
# endregion


x, y = [1.0, 2.0, 3.0, 4.0], [1.0, 2.0, 6.0, 7.0]
boost(x, y, eta=0.5, rounds=2, show=True)
print("SSE after 0, 1, 2, 10 and 50 rounds")
for eta in (0.1, 0.5, 1.0, 1.9):
    errors = boost(x, y, eta, rounds=50)
    shown = ", ".join(f"{errors[m]:.4f}" for m in (0, 1, 2, 10, 50))
    falls = all(b <= a for a, b in zip(errors, errors[1:]))
    print(f"eta {eta}: {shown}; never rises: {falls}")
