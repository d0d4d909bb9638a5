"""One token, drawn after a temperature, top-k and top-p."""
import math
from random import Random


def sample(logits, temperature, k, p, rng: Random):
    if temperature == 0:
        return max(range(len(logits)), key=logits.__getitem__)
    order = sorted(range(len(logits)), key=lambda i: -logits[i])[:k]
    top = logits[order[0]]
    weights = [math.exp((logits[i] - top) / temperature) for i in order]
    total, before, kept = sum(weights), 0.0, 0
    while kept < len(order) and before < p * total:
        before += weights[kept]
        kept += 1
    return rng.choices(order[:kept], weights=weights[:kept])[0]
