"""Attention in PyTorch: a prefill, then steps into a cache allocated once."""

import torch
from torch.nn.functional import scaled_dot_product_attention as attend

torch.manual_seed(0)
BATCH, HEADS, KV_HEADS, DIM, PROMPT, TOTAL = 2, 8, 2, 16, 10, 16
q = torch.randn(BATCH, HEADS, TOTAL, DIM)
k = torch.randn(BATCH, KV_HEADS, TOTAL, DIM)
v = torch.randn(BATCH, KV_HEADS, TOTAL, DIM)
whole = attend(q, k, v, is_causal=True, enable_gqa=True)

# region: cache
keys = torch.zeros(BATCH, KV_HEADS, TOTAL, DIM)
values = torch.zeros_like(keys)
keys[:, :, :PROMPT] = k[:, :, :PROMPT]
values[:, :, :PROMPT] = v[:, :, :PROMPT]
prompt = [x[:, :, :PROMPT] for x in (q, keys, values)]
outputs = [attend(*prompt, is_causal=True, enable_gqa=True)]
for n in range(PROMPT, TOTAL):
    keys[:, :, n], values[:, :, n] = k[:, :, n], v[:, :, n]
    new = q[:, :, n : n + 1]  # one row: everything in the cache is its past
    past_k, past_v = keys[:, :, : n + 1], values[:, :, : n + 1]
    outputs.append(attend(new, past_k, past_v, enable_gqa=True))
# endregion

apart = (torch.cat(outputs, dim=2) - whole).abs().amax(dim=(0, 1, 3))
print(f"K {tuple(keys.shape)}, Q {tuple(q.shape)}")
print(f"Prefill differs by {float(apart[:PROMPT].max()):.3f}")
print(f"Decoding differs by {float(apart[PROMPT:].max()):.3f}")
