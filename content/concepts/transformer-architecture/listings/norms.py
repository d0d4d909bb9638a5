"""Random weights: how the stream grows with depth, and what gradients do."""

import torch
import torch.nn.functional as F
from torch import Tensor

d, n, classes, seeds = 64, 64, 100, 8


def norm(x: Tensor) -> Tensor:
    return F.layer_norm(x, (d,))


def weight(rows: int, columns: int) -> Tensor:
    return (torch.randn(rows, columns) * rows**-0.5).requires_grad_()


# region: stack
def run(place: str, layers: int, seed: int) -> tuple[float, float, float]:
    """Mean square of the stream at the end; gradient norms, first and last W2."""
    torch.manual_seed(seed)
    x = norm(torch.randn(n, d))
    pairs = [(weight(d, 4 * d), weight(4 * d, d)) for _ in range(layers)]
    for w1, w2 in pairs:
        u = norm(x) if place == "pre" else x
        x = x + F.relu(u @ w1) @ w2
        if place == "post":
            x = norm(x)
    logits = norm(x) @ weight(d, classes)
    F.cross_entropy(logits, torch.randint(classes, (n,))).backward()
    grads = [w2.grad.norm().item() for _, w2 in pairs if w2.grad is not None]
    return x.square().mean().item(), grads[0], grads[-1]
# endregion


print("norm  blocks  mean square  predicted  gradient: first  last")
for place in ("pre", "post", "none"):
    for layers in (6, 12, 24):
        rows = [run(place, layers, seed) for seed in range(seeds)]
        square, first, last = (sum(column) / seeds for column in zip(*rows))
        expected = {"pre": 1 + layers / 2, "post": 1.0, "none": 1.5**layers}[place]
        print(f"{place:4} {layers:7} {square:12.3g} {expected:10.3g}", end=" ")
        print(f"{first:16.2f} {last:5.2f}")
