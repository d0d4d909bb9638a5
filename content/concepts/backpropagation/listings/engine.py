"""Reverse mode on scalars: multiply along an edge, add over edges."""
from __future__ import annotations

from collections.abc import Callable


class Value:
    def __init__(self, data: float, *inputs: tuple[Value, float]) -> None:
        self.data, self.grad = data, 0.0
        self.inputs = inputs  # each with its local derivative

    def __add__(self, other: Value) -> Value:
        return Value(self.data + other.data, (self, 1.0), (other, 1.0))

    def __mul__(self, other: Value) -> Value:
        value = self.data * other.data
        return Value(value, (self, other.data), (other, self.data))

    def relu(self) -> Value:
        return Value(max(self.data, 0.0), (self, float(self.data > 0)))

    def order(self) -> list[Value]:
        seen, out = set[Value](), list[Value]()
        def visit(node: Value) -> None:
            if node not in seen:
                seen.add(node)
                for source, _ in node.inputs:
                    visit(source)
                out.append(node)

        visit(self)
        return out  # every node behind its inputs

    def backward(self) -> None:
        self.grad = 1.0
        for node in reversed(self.order()):
            for source, local in node.inputs:
                source.grad += node.grad * local


def loss(w: Value, x: Value, b: Value, t: Value, lam: Value) -> Value:
    r = (w * x + b).relu() + Value(-1) * t
    return r * r + lam * (w * w)


def report(name: str, f: Callable[..., Value], *at: float) -> None:
    leaves = [Value(v) for v in at]
    top = f(*leaves)
    top.backward()
    print(f"{name:16s} {top.data:3g}   gradient", *(f"{v.grad:g}" for v in leaves))


report("L(w, x, b, t, λ)", loss, 2, 3, -4, 5, 0.5)
report("x·x + x", lambda x: x * x + x, 3)
report("(x·x)·(x·x)", lambda x: (lambda y: y * y)(x * x), 3)
x = top = Value(1)
for _ in range(16):
    top = top + top
top.backward()
print(f"doubled 16 times: {len(top.order())} nodes, gradient {x.grad:.0f}")
