"""Adapter parameters and training memory of a published model: Llama 3 8B."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Linear:
    name: str
    part: str
    d_out: int
    d_in: int


D, D_FF, LAYERS, VOCAB, HEAD = 4096, 14336, 32, 128_256, 128
Q, KV = 32 * HEAD, 8 * HEAD  # 32 heads of queries, 8 of keys and values
BLOCK = [
    Linear("q", "attention", Q, D),
    Linear("k", "attention", KV, D),
    Linear("v", "attention", KV, D),
    Linear("o", "attention", D, Q),
    Linear("gate", "mlp", D_FF, D),
    Linear("up", "mlp", D_FF, D),
    Linear("down", "mlp", D, D_FF),
]


def adapter(layers: list[Linear], r: int) -> int:
    """B is d_out x r and A is r x d_in, in every block."""
    return LAYERS * sum(r * (one.d_out + one.d_in) for one in layers)


linear = LAYERS * sum(one.d_out * one.d_in for one in BLOCK)
norms = (2 * LAYERS + 1) * D
total = linear + 2 * VOCAB * D + norms
print(f"parameters {total:,}, of them in adapted layers {linear:,}")

attention = [one for one in BLOCK if one.part == "attention"]
mlp = [one for one in BLOCK if one.part == "mlp"]
for name, chosen in [
    ("q and v", [one for one in BLOCK if one.name in "qv"]),
    ("attention", attention),
    ("MLP", mlp),
    ("all linear", BLOCK),
]:
    count = adapter(chosen, 16)
    print(f"r = 16, {name:10} {count:>11,}  {count / total:.2%}")

trained = adapter(BLOCK, 16)
# region: ledger
# Bytes: 2 for a 16-bit weight or gradient; 12 for the optimizer's states:
# a 32-bit copy of the weight, and Adam's two moments.
STATE = 2 + 2 + 12
nf4 = 4 + 8 / 64 + 32 / (64 * 256)  # bits, with their scales
full = STATE * total
lora = 2 * total + STATE * trained
qlora = linear * nf4 / 8 + 2 * (total - linear) + STATE * trained
# endregion
for name, size in [("full", full), ("LoRA", lora), ("QLoRA", qlora)]:
    print(f"{name:5} {size / 1e9:6.2f} GB before activations")
print(f"adapter file {2 * trained / 1e6:.1f} MB, bits a weight {nf4:.3f}")
