"""Two conventions for the pairs of RoPE, and how to port weights."""

from collections.abc import Callable

import torch
from torch import Tensor, nn

Rope = Callable[[Tensor], Tensor]
torch.manual_seed(0)
n, d, heads = 12, 64, 4
d_head = d // heads
theta = 10_000.0 ** -torch.arange(0, 1, 2 / d_head, dtype=torch.double)
angle = torch.outer(torch.arange(n), theta)  # (n, d / 2h)


# region: conventions
def neighbors(x: Tensor) -> Tensor:
    """Pairs (0, 1), (2, 3), …, as complex numbers."""
    z = torch.view_as_complex(x.unflatten(-1, (-1, 2)))
    turned = z * torch.polar(torch.ones_like(angle), angle)
    return torch.view_as_real(turned).flatten(-2)


def halves(x: Tensor) -> Tensor:
    """Pairs (0, d/2), (1, d/2 + 1), …: the first half turned with the second."""
    a, b = x.chunk(2, -1)
    cos, sin = angle.cos().repeat(1, 2), angle.sin().repeat(1, 2)
    return x * cos + torch.cat([-b, a], -1) * sin


def to_halves(weight: Tensor) -> Tensor:
    """Within each head, rows 0, 2, 4, … first, then 1, 3, 5, …"""
    return weight.view(heads, d_head // 2, 2, d).transpose(1, 2).reshape(d, d)
# endregion


def scores(x: Tensor, w_q: Tensor, w_k: Tensor, rope: Rope) -> Tensor:
    q, k = ((x @ w.T).view(n, heads, d_head).transpose(0, 1) for w in (w_q, w_k))
    return rope(q) @ rope(k).transpose(1, 2) / d_head**0.5


x = torch.randn(n, d, dtype=torch.double)
w_q, w_k = (nn.Linear(d, d, dtype=torch.double).weight.detach() for _ in range(2))
reference = scores(x, w_q, w_k, neighbors)
naive = scores(x, w_q, w_k, halves)
ported = scores(x, to_halves(w_q), to_halves(w_k), halves)
print(f"PyTorch {torch.__version__.split('+')[0]}")
print("other convention, same weights: equal", torch.allclose(naive, reference))
print("other convention, rows reordered: equal", torch.allclose(ported, reference))
same = torch.randn(d, dtype=torch.double).repeat(n, 1)
grid = scores(same, w_q, w_k, neighbors)[0]
toeplitz = torch.allclose(grid[1:, 1:], grid[:-1, :-1])
print("equal tokens: one score a diagonal", toeplitz)
