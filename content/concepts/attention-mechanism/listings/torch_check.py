"""Multi-head attention in PyTorch, against nn.MultiheadAttention."""
import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F


# region: module
class MultiHead(nn.Module):
    """Causal self-attention; kv_heads below heads makes it grouped-query."""

    def __init__(self, d: int, heads: int, kv_heads: int | None = None) -> None:
        super().__init__()
        self.heads, self.kv_heads = heads, kv_heads or heads
        d_k = d // heads
        self.q = nn.Linear(d, heads * d_k)
        self.k = nn.Linear(d, self.kv_heads * d_k)
        self.v = nn.Linear(d, self.kv_heads * d_k)
        self.o = nn.Linear(heads * d_k, d)

    def forward(self, x: Tensor) -> Tensor:                     # (b, n, d)
        q = self.q(x).unflatten(-1, (self.heads, -1)).transpose(1, 2)
        k = self.k(x).unflatten(-1, (self.kv_heads, -1)).transpose(1, 2)
        v = self.v(x).unflatten(-1, (self.kv_heads, -1)).transpose(1, 2)
        out = F.scaled_dot_product_attention(                   # (b, h, n, d / h)
            q, k, v, is_causal=True, enable_gqa=self.kv_heads < self.heads)
        return self.o(out.transpose(1, 2).flatten(2))
# endregion


torch.manual_seed(0)
b, n, d, heads = 2, 6, 32, 4
mine = MultiHead(d, heads)
theirs = nn.MultiheadAttention(d, heads, batch_first=True)
with torch.no_grad():
    for part, name in enumerate("qkv"):  # the module keeps the three in one matrix
        getattr(mine, name).weight.copy_(theirs.in_proj_weight.chunk(3)[part])
        getattr(mine, name).bias.copy_(theirs.in_proj_bias.chunk(3)[part])
    mine.o.load_state_dict(theirs.out_proj.state_dict())
x, future = torch.randn(b, n, d), torch.ones(n, n, dtype=torch.bool).triu(1)
want = theirs(x, x, x, attn_mask=future, need_weights=False)[0]  # True = blocked
print("equal to nn.MultiheadAttention:", torch.allclose(mine(x), want, atol=1e-5))
for kv in (4, 2, 1):
    size = sum(p.numel() for p in MultiHead(d, heads, kv).parameters())
    cached = 2 * kv * d // heads
    print(f"{kv} key-value heads: {size} parameters, {cached} cached a token")

# That mask, given to the function, means "takes part": only the future is read.
q, k, v = torch.randn(3, 1, n, 8).unbind(0)
by_hand = (q @ k.mT / math.sqrt(8)).masked_fill(~future, -math.inf).softmax(-1) @ v
fused = F.scaled_dot_product_attention(q, k, v, attn_mask=future)
print("last row, no key left, by hand:", by_hand[0, -1, :2].tolist())
print("last row, from the function:   ", fused[0, -1, :2].tolist())
