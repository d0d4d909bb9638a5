"""What a larger vocabulary buys and costs in an 8B model of Llama 3's shape."""
from torch import nn

LAYERS, WIDTH, HIDDEN, KV_WIDTH = 32, 4096, 14336, 1024
CHARS = 100_000  # one long document
# Tokens in the vocabulary, characters per token on English (Llama 3 paper).
CASES = {"Llama 2": (32_000, 3.17), "Llama 3": (128_000, 3.94)}


def parameters(*modules: nn.Module) -> int:
    return sum(p.numel() for m in modules for p in m.parameters())


def linear(inputs: int, outputs: int) -> nn.Linear:
    return nn.Linear(inputs, outputs, bias=False, device="meta")  # no memory


block = parameters(
    linear(WIDTH, WIDTH), linear(WIDTH, WIDTH),  # queries, output
    linear(WIDTH, KV_WIDTH), linear(WIDTH, KV_WIDTH),  # keys, values
    linear(WIDTH, HIDDEN), linear(WIDTH, HIDDEN), linear(HIDDEN, WIDTH))
body = LAYERS * block
print(f"transformer blocks: {body / 1e9:.3f}B parameters")
for name, (vocab, ratio) in CASES.items():
    table = nn.Embedding(vocab, WIDTH, device="meta")
    head = linear(WIDTH, vocab)
    both = parameters(table, head)
    tokens = CHARS / ratio
    per_char = 2 * (body + parameters(head)) / ratio  # multiply and add
    scores = LAYERS * 4 * WIDTH * tokens**2 / 2  # causal QK^T and AV
    cache = LAYERS * 2 * KV_WIDTH * 2 * tokens  # 16-bit keys and values
    print(f"{name}: V = {vocab:,}, table + head {both / 1e9:.3f}B "
          f"({both / (body + both):.1%} of all)\n"
          f"  {tokens:,.0f} tokens, {per_char / 1e9:.2f} GFLOP per character, "
          f"attention {scores / 1e12:.0f} TFLOP, cache {cache / 1e9:.2f} GB")
vocab, ratio = CASES["Llama 2"]
for larger in (128_000, 256_000, 512_000):
    even = ratio * (body + larger * WIDTH) / (body + vocab * WIDTH)
    print(f"V = {larger:,} must reach {even:.2f} characters per token to pay off")
