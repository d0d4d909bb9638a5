"""One AdamW update, on plain lists."""
from math import sqrt


def adamw(w, g, state, lr=1e-3, b1=0.9, b2=0.999, eps=1e-8, wd=0.01):
    if not state:
        state.update(t=0, m=[0.0] * len(w), v=[0.0] * len(w))
    state["t"] += 1
    state["m"] = [b1 * m + (1 - b1) * x for m, x in zip(state["m"], g)]
    state["v"] = [b2 * v + (1 - b2) * x * x for v, x in zip(state["v"], g)]
    first, second = 1 - b1 ** state["t"], 1 - b2 ** state["t"]
    return [
        (1 - lr * wd) * x - lr * (m / first) / (sqrt(v / second) + eps)
        for x, m, v in zip(w, state["m"], state["v"])
    ]
