"""Leaf weights and split gains of second-order boosting, by hand."""
import math

Pairs = list[tuple[float, float]]  # gradient and Hessian of each row


def squared(y: float, F: float) -> tuple[float, float]:
    return F - y, 1.0


def logistic(y: float, F: float) -> tuple[float, float]:
    p = 1 / (1 + math.exp(-F))
    return p - y, p * (1 - p)


# region: formulas
def weight(rows: Pairs, lam: float) -> float:
    G, H = sum(g for g, _ in rows), sum(h for _, h in rows)
    return -G / (H + lam)


def score(rows: Pairs, lam: float) -> float:
    G, H = sum(g for g, _ in rows), sum(h for _, h in rows)
    return G**2 / (H + lam)


def gain(left: Pairs, right: Pairs, lam: float) -> float:
    """By how much the split lowers the objective, before gamma."""
    return (score(left, lam) + score(right, lam) - score(left + right, lam)) / 2
# endregion


def best_split(rows: Pairs, lam: float, least: float) -> str:
    """Rows are sorted by the feature; `least` is min_child_weight."""
    found = []
    for k in range(1, len(rows)):
        left, right = rows[:k], rows[k:]
        if min(sum(h for _, h in side) for side in (left, right)) >= least:
            found.append((gain(left, right, lam), k))
    if not found:
        return "no split"
    best, k = max(found)
    w = f"{weight(rows[:k], lam):+.3f} {weight(rows[k:], lam):+.3f}"
    return f"after row {k}, gain {best:.3f}, weights {w}"


y, F0 = [1.0, 2.0, 6.0, 7.0], 4.0
rows = [squared(b, F0) for b in y]
for lam in (0.0, 1.0):
    print(f"squared loss, lambda {lam}: {best_split(rows, lam, least=1)}")

leaf = [logistic(b, 0.0) for b in (1, 1, 1, 0)]
print(f"three yes, one no: weight {weight(leaf, 0):.3f} at lambda 0,")
print(f"  {weight(leaf, 1):.3f} at lambda 1; log-odds {math.log(3):.3f}")
for p in (0.5, 0.1, 0.01):
    h = p * (1 - p)
    print(f"p = {p}: a row's h is {h:.4f}, rows for H = 1: {math.ceil(1 / h)}")
base = [logistic(b, math.log(0.01 / 0.99)) for b in [0] * 199 + [1]]
print(f"one yes in 200, p = 0.01: {best_split(base, 1.0, least=1)}")
