"""A small causal decoder: from a cache, and recomputed from the first token."""

import numpy as np

LAYERS, HEADS, KV_HEADS, DIM, WIDTH, VOCAB = 3, 4, 2, 8, 32, 50
rng = np.random.default_rng(0)
embed = rng.normal(size=(VOCAB, WIDTH))
KV_WIDTH = KV_HEADS * DIM
shapes = {"q": (WIDTH, WIDTH), "k": (WIDTH, KV_WIDTH),
          "v": (WIDTH, KV_WIDTH), "o": (WIDTH, WIDTH)}
layers = [{key: rng.normal(size=size) / WIDTH**0.5 for key, size in shapes.items()}
          for _ in range(LAYERS)]
Cache = list[tuple[np.ndarray, np.ndarray]]  # K and V of each layer
rows = {"cached": 0, "recomputed": 0}


def rotate(x: np.ndarray, start: int) -> np.ndarray:
    speeds = 100.0 ** -np.linspace(0, 1, DIM // 2)
    angle = (start + np.arange(len(x)))[:, None, None] * speeds
    a, b = np.split(x, 2, axis=-1)
    cos, sin = np.cos(angle), np.sin(angle)
    return np.concatenate([a * cos - b * sin, a * sin + b * cos], axis=-1)


# region: forward
def forward(tokens: list[int], cache: Cache, kind: str) -> tuple[np.ndarray, Cache]:
    """Logits of tokens that follow those in the cache, and the longer cache."""
    x, longer, group = embed[tokens], [], HEADS // KV_HEADS
    start = len(cache[0][0]) if cache else 0
    rows[kind] += len(tokens)
    for i, w in enumerate(layers):
        q, k, v = ((x @ w[name]).reshape(len(x), -1, DIM) for name in "qkv")
        q, k = rotate(q, start), rotate(k, start)
        if cache:
            k, v = (np.concatenate(both) for both in zip(cache[i], (k, v)))
        longer.append((k, v))
        scores = np.einsum("nhd,mhd->hnm", q, k.repeat(group, axis=1)) / DIM**0.5
        seen = np.arange(len(k)) <= start + np.arange(len(q))[:, None]
        scores = np.where(seen, scores, -np.inf)
        a = np.exp(scores - scores.max(-1, keepdims=True))
        weights = a / a.sum(-1, keepdims=True)
        read = np.einsum("hnm,mhd->nhd", weights, v.repeat(group, axis=1))
        x = x + np.tanh(read.reshape(-1, WIDTH) @ w["o"])
    return x @ embed.T, longer
# endregion


# region: generate
tokens = [int(t) for t in rng.integers(VOCAB, size=8)]
logits, cache = forward(tokens, [], "cached")  # prefill
apart = 0.0
for _ in range(12):
    whole, _ = forward(tokens, [], "recomputed")
    apart = max(apart, float(np.abs(whole[-1] - logits[-1]).max()))
    tokens.append(int(whole[-1].argmax()))
    logits, cache = forward(tokens[-1:], cache, "cached")  # decode
# endregion
print(f"Cache: {len(cache)} layers, K {cache[0][0].shape}, V {cache[0][1].shape}")
print(f"Rows through the weights: {rows}")
print(f"Largest difference of logits: {apart:.3f}")
