"""Scaled dot-product attention for one query, standard library alone."""
import math

Vector = list[float]


def softmax(scores: Vector) -> Vector:
    top = max(scores)  # a shift changes no weight, and exp cannot overflow
    exps = [math.exp(s - top) for s in scores]
    total = sum(exps)
    return [e / total for e in exps]


def dot(a: Vector, b: Vector) -> float:
    return sum(x * y for x, y in zip(a, b))


def attend(query: Vector, keys: list[Vector], values: list[Vector],
           allowed: list[bool] | None = None, scale: float | None = None
           ) -> tuple[Vector, Vector]:
    scale = math.sqrt(len(query)) if scale is None else scale
    scores = [dot(query, key) / scale for key in keys]
    if allowed is not None:
        scores = [s if ok else -math.inf for s, ok in zip(scores, allowed)]
    weights = softmax(scores)
    output = [sum(w * v[c] for w, v in zip(weights, values))
              for c in range(len(values[0]))]
    return weights, output


def show(label: str, weights: Vector, output: Vector) -> None:
    shares = "  ".join(f"{w:.3f}" for w in weights)
    print(f"{label:<22} {shares}   out ({output[0]:.2f}, {output[1]:.2f})")


query = [1.0, 0.0, 1.0, 0.0]
keys = [[2.0, 0.0, 2.0, 0.0], [1.0, 1.0, 1.0, 1.0], [0.0, 2.0, 0.0, 2.0]]
values = [[10.0, 0.0], [0.0, 10.0], [5.0, 5.0]]

show("scaled by sqrt(4)", *attend(query, keys, values))
show("not scaled", *attend(query, keys, values, scale=1.0))
show("third key masked", *attend(query, keys, values, [True, True, False]))

order = [2, 0, 1]  # shuffle the memory: every weight travels with its key
show("pairs shuffled", *attend(query, [keys[i] for i in order],
                               [values[i] for i in order]))
show("query times 20", *attend([20 * x for x in query], keys, values))
