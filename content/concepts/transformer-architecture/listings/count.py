"""Parameters and FLOPs of two published models, from their configurations."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Config:
    layers: int
    d: int
    d_ff: int
    vocab: int
    context: int
    kv_heads: int
    heads: int
    modern: bool  # RMSNorm, SwiGLU, rotary positions, no biases
    tied: bool


def attention(c: Config) -> int:
    d_kv = c.kv_heads * (c.d // c.heads)
    biases = 0 if c.modern else 2 * c.d + 2 * d_kv
    return 2 * c.d * c.d + 2 * c.d * d_kv + biases


def mlp(c: Config) -> int:
    if c.modern:
        return 3 * c.d * c.d_ff
    return 2 * c.d * c.d_ff + c.d_ff + c.d


def block(c: Config) -> int:
    norms = 2 * c.d if c.modern else 4 * c.d
    return attention(c) + mlp(c) + norms


def total(c: Config) -> int:
    embeddings = c.vocab * c.d * (1 if c.tied else 2)
    positions = 0 if c.modern else c.context * c.d
    final = c.d if c.modern else 2 * c.d
    return c.layers * block(c) + embeddings + positions + final


GPT2 = Config(12, 768, 4 * 768, 50_257, 1024, 12, 12, modern=False, tied=True)
LLAMA3 = Config(32, 4096, 14_336, 128_256, 8192, 8, 32, modern=True, tied=False)

for name, c in (("GPT-2 small", GPT2), ("Llama 3 8B", LLAMA3)):
    print(f"{name}: attention {attention(c):,}, MLP {mlp(c):,}, block {block(c):,}")
    print(f"  MLP share of a block {mlp(c) / block(c):.1%}, total {total(c):,}")

n = GPT2.context
matrices = 2 * GPT2.layers * (4 * GPT2.d**2 + 2 * GPT2.d * GPT2.d_ff) / 1e6
scores, logits = GPT2.layers * 4 * n * GPT2.d / 1e6, 2 * GPT2.vocab * GPT2.d / 1e6
print(f"GPT-2 at n = {n}, MFLOPs a token: blocks {matrices:.1f},", end=" ")
print(f"scores {scores:.1f}, logits {logits:.1f}")
print(f"  share of the logits {logits / (matrices + scores + logits):.1%}")
print(f"  scores equal the blocks at n = {6 * GPT2.d:,}")
flops = 6 * total(GPT2) * 10e9
hours = flops / (0.4 * 312e12) / 3600
print(f"6ND for 10B tokens: {flops:.2e}, {hours:.1f} h at 40% of 312 TFLOP/s")
