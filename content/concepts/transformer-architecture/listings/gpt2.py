"""GPT-2 small in PyTorch: its own counters against the closed forms."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

layers, d, heads, vocab, context = 12, 768, 12, 50_257, 1024


# region: model
class Block(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.ln1, self.ln2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.qkv, self.out = nn.Linear(d, 3 * d), nn.Linear(d, d)
        self.up, self.down = nn.Linear(d, 4 * d), nn.Linear(4 * d, d)

    def attention(self, u: Tensor) -> Tensor:
        b, n, _ = u.shape
        # (b, n, 3d) -> three of (b, h, n, d / h)
        q, k, v = self.qkv(u).view(b, n, 3, heads, -1).permute(2, 0, 3, 1, 4)
        out = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        return self.out(out.transpose(1, 2).reshape(b, n, d))

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.attention(self.ln1(x))
        return x + self.down(F.gelu(self.up(self.ln2(x)), approximate="tanh"))


class GPT(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.tokens, self.places = nn.Embedding(vocab, d), nn.Embedding(context, d)
        self.blocks = nn.Sequential(*(Block() for _ in range(layers)))
        self.norm, self.head = nn.LayerNorm(d), nn.Linear(d, vocab, bias=False)
        self.head.weight = self.tokens.weight  # tied: one matrix

    def forward(self, ids: Tensor) -> Tensor:
        x = self.tokens(ids) + self.places.weight[: ids.shape[1]]
        return self.head(self.norm(self.blocks(x)))
# endregion


with torch.device("meta"):  # shapes without numbers: nothing is computed
    model, ids = GPT(), torch.zeros(1, context, dtype=torch.long)
with FlopCounterMode(display=False) as forward:
    logits = model(ids)
with FlopCounterMode(display=False) as training:
    model(ids).sum().backward()
once, step = forward.get_total_flops(), training.get_total_flops()
print(f"PyTorch {torch.__version__.split('+')[0]}, logits {tuple(logits.shape)}")
print(f"parameters {sum(p.numel() for p in model.parameters()):,}")
print(f"MFLOPs a token: forward {once / context / 1e6:.1f}", end=", ")
print(f"with backward {step / once:.2f} times as many")
closed = 24 * layers * d * d + 4 * layers * context * d + 2 * vocab * d
print("equal to 24Ld² + 4Lnd + 2Vd:", closed * context == once)
