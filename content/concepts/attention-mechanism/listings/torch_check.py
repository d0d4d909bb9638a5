"""The formula against PyTorch: the module, the fused function, and their masks."""
import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F


def attention(q: Tensor, k: Tensor, v: Tensor, blocked: Tensor) -> Tensor:
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.size(-1))
    return scores.masked_fill(blocked, -math.inf).softmax(-1) @ v


torch.manual_seed(0)
b, n, d, heads = 2, 6, 32, 4
module = nn.MultiheadAttention(d, heads, batch_first=True).eval()
x = torch.randn(b, n, d)
future = torch.ones(n, n, dtype=torch.bool).triu(1)  # True = blocked (module)

q, k, v = (part.view(b, n, heads, d // heads).transpose(1, 2)
           for part in F.linear(x, module.in_proj_weight, module.in_proj_bias)
           .chunk(3, dim=-1))
mine = module.out_proj(attention(q, k, v, future).transpose(1, 2).reshape(b, n, d))
theirs = module(x, x, x, attn_mask=future, need_weights=False)[0]
print("agrees with nn.MultiheadAttention:", torch.allclose(mine, theirs, atol=1e-5))

fused = getattr(F, "scaled_dot_product_attention", None)  # PyTorch 2.0 and later
if fused is not None:
    want = attention(q, k, v, future)
    assert torch.allclose(fused(q, k, v, is_causal=True), want, atol=1e-5)
    # here True means "takes part": the opposite of the module's mask
    assert torch.allclose(fused(q, k, v, attn_mask=~future), want, atol=1e-5)

# The module's mask, inverted by mistake: each position sees only the future.
wrong = attention(q, k, v, ~future)
print("rows that are nan, mask inverted:",
      [i for i in range(n) if bool(wrong[0, 0, i].isnan().any())])
