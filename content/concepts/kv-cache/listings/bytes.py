"""What a cached token costs, and how fast a decoding step can be at best."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Model:
    name: str
    params: float
    layers: int
    heads: int
    kv_heads: int
    head_dim: int


PEAK, BANDWIDTH, MEMORY = 989e12, 3.35e12, 80e9  # H100 SXM: FLOP/s, B/s, B
CONTEXT = 8192


# region: bytes
def bytes_per_token(model: Model, entry: float = 2) -> float:
    """K and V, for every layer and key-value head."""
    return 2 * model.layers * model.kv_heads * model.head_dim * entry
# endregion


# region: step
def step(model: Model, batch: int, n: int) -> tuple[float, float]:
    """Bytes moved and operations done for one new token of each sequence."""
    moved = 2 * model.params + batch * n * bytes_per_token(model)
    scores = 4 * model.layers * model.heads * model.head_dim * n
    return moved, batch * (2 * model.params + scores)
# endregion


llama2 = Model("Llama 2 7B", 6.74e9, 32, 32, 32, 128)
llama3 = Model("Llama 3 8B", 8.03e9, 32, 32, 8, 128)
for model in (llama2, llama3):
    one = bytes_per_token(model)
    request = one * CONTEXT
    room = MEMORY - 2 * model.params
    print(f"{model.name}: {one:,.0f} B = {one / 1024:.0f} KiB a token,"
          f" {request / 1e9:.2f} GB a request, {room // request:.0f} requests")

even = 2 * llama3.params / bytes_per_token(llama3)
print(f"Cache as large as the weights: {even:,.0f} tokens")
print(f"Entries of 0.5625 B: {bytes_per_token(llama3, 0.5625):,.0f} B a token")
print(f"Ridge point: {PEAK / BANDWIDTH:.0f} FLOP/B")
cases = [(batch, CONTEXT) for batch in (1, 8, 32, 59)]
for batch, n in [(1, 1), *cases, (256, 1024)]:
    moved, done = step(llama3, batch, n)
    read, work = moved / BANDWIDTH * 1e3, done / PEAK * 1e3
    print(f"batch {batch:3}, {n:4} tokens: {done / moved:4.1f} FLOP/B,"
          f" memory {read:5.2f} ms, arithmetic {work:4.2f} ms")
limit = step(llama3, 1, CONTEXT)[1] / (CONTEXT * bytes_per_token(llama3))
print(f"Endless batch, {CONTEXT} tokens: {limit:.1f} FLOP/B")
