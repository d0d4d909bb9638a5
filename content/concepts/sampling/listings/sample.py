"""Temperature and three ways to cut the tail, on small distributions."""
import math
import random


def softmax(logits: list[float], temperature: float = 1.0) -> list[float]:
    top = max(logits)
    weights = [math.exp((z - top) / temperature) for z in logits]
    return [w / sum(weights) for w in weights]


def entropy(p: list[float]) -> float:
    """In bits."""
    return -sum(x * math.log2(x) for x in p if x > 0)


def top_k(p: list[float], k: int) -> list[float]:
    ranked = sorted(range(len(p)), key=lambda i: -p[i])
    kept = set(ranked[:k])
    return [x if i in kept else 0.0 for i, x in enumerate(p)]


def top_p(p: list[float], limit: float) -> list[float]:
    kept, mass = set(), 0.0
    for i in sorted(range(len(p)), key=lambda i: -p[i]):
        if mass >= limit:  # the mass before token i
            break
        kept.add(i)
        mass += p[i]
    return [x if i in kept else 0.0 for i, x in enumerate(p)]


def min_p(p: list[float], share: float) -> list[float]:
    return [x if x >= share * max(p) else 0.0 for x in p]


for t in (0.25, 0.5, 1, 2, 10):
    p = softmax([3.0, 2.0, 1.0, 0.0], t)
    print(f"T = {t:<4} ", *(f"{x:.3f}" for x in p), f" {entropy(p):.3f} bits")

peaked = [0.9, 0.05, 0.02, 0.01, 0.01, 0.005, 0.003, 0.002]
flat = [0.16, 0.15, 0.14, 0.13, 0.12, 0.11, 0.10, 0.09]
for name, p in (("peaked", peaked), ("flat", flat)):
    for rule, cut in (("top-k 4", top_k(p, 4)), ("top-p 0.89", top_p(p, 0.89)),
                      ("min-p 0.1", min_p(p, 0.1))):
        count = sum(x > 0 for x in cut)
        print(f"{name:6} {rule:10} keeps {count}, mass {sum(cut):.3f}")

logits = [math.log(x) for x in (0.5, 0.25, 0.15, 0.06, 0.04)]
for t in (0.5, 2.0):
    first = sum(x > 0 for x in top_p(softmax(logits, t), 0.89))
    last = sum(x > 0 for x in top_p(softmax(logits), 0.89))
    print(f"T = {t}: temperature first keeps {first}, temperature last {last}")

draws = random.Random(0).choices(range(8), weights=top_p(flat, 0.89), k=10_000)
share = draws.count(0) / 10_000
print(f"token 0 of flat: drawn {share:.3f}, p after top-p {0.16 / 0.91:.3f}")
print("one sum, two orders:", 0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1)
