"""The same block as PyTorch's layer, from the same weights: equal numbers."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

torch.manual_seed(0)
b, n, d, h = 2, 5, 64, 4
layer = nn.TransformerEncoderLayer(
    d, h, 4 * d, dropout=0.0, activation="gelu", batch_first=True, norm_first=True
).eval()


# region: block
def block(x: Tensor, p: dict[str, Tensor]) -> Tensor:
    u = F.layer_norm(x, (d,), p["norm1.weight"], p["norm1.bias"])
    w, bias = p["self_attn.in_proj_weight"], p["self_attn.in_proj_bias"]
    qkv = F.linear(u, w, bias)
    # (b, n, d) -> (b, h, n, d / h)
    q, k, v = (t.view(b, n, h, d // h).transpose(1, 2) for t in qkv.chunk(3, -1))
    out = F.scaled_dot_product_attention(q, k, v, is_causal=True)
    out = out.transpose(1, 2).reshape(b, n, d)
    w, bias = p["self_attn.out_proj.weight"], p["self_attn.out_proj.bias"]
    x = x + F.linear(out, w, bias)
    u = F.layer_norm(x, (d,), p["norm2.weight"], p["norm2.bias"])
    hidden = F.gelu(F.linear(u, p["linear1.weight"], p["linear1.bias"]))
    return x + F.linear(hidden, p["linear2.weight"], p["linear2.bias"])
# endregion


x = torch.randn(b, n, d)
mask = nn.Transformer.generate_square_subsequent_mask(n)
with torch.no_grad():
    theirs = layer(x, src_mask=mask, is_causal=True)
    ours = block(x, dict(layer.named_parameters()))
gap = (ours - theirs).abs().max().item()
count = sum(p.numel() for p in layer.parameters())
print(f"PyTorch {torch.__version__.split('+')[0]}")
print("largest difference below 1e-5:", gap < 1e-5)
print(f"parameters {count:,}, 12d² + 13d = {12 * d * d + 13 * d:,}")

small = nn.TransformerEncoderLayer(768, 12, 3072)
print(f"a GPT-2 small block: {sum(p.numel() for p in small.parameters()):,}")
print("default norm_first:", small.norm_first)
