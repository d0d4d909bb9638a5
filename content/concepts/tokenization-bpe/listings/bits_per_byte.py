"""Perplexity per token ranks tokenizers backwards; bits per byte does not."""
import math
import random
from collections import Counter

import torch
import torch.nn.functional as F

WORDS = ("the of and to in that for with from this have not are they when then "
         "there token tokens merge merges byte bytes model models encoder").split()
WEIGHT = [1 / rank for rank in range(1, len(WORDS) + 1)]  # Zipf's law


def merge(ids: list[str], pair: tuple[str, str]) -> list[str]:
    out: list[str] = []
    for token in ids:
        if out and (out[-1], token) == pair:
            out[-1] += token
        else:
            out.append(token)
    return out


def bpe(freq: Counter[str], merges: int) -> dict[str, list[str]]:
    """The segmentation of every word after so many merges."""
    split = {word: list(word) for word in freq}
    for _ in range(merges):
        count: Counter[tuple[str, str]] = Counter()
        for word, ids in split.items():
            for pair in zip(ids, ids[1:]):
                count[pair] += freq[word]
        best = min(count, key=lambda p: (-count[p], p))
        split = {word: merge(ids, best) for word, ids in split.items()}
    return split


drawn = [" " + w for w in random.Random(0).choices(WORDS, WEIGHT, k=25_000)]
fit, held_out = drawn[:20_000], drawn[20_000:]
size = len("".join(held_out))  # ASCII, so a letter is a byte
law = [w / sum(WEIGHT) for w in WEIGHT]
floor = sum(-p * math.log2(p) for p in law)
floor /= sum(p * len(" " + w) for p, w in zip(law, WORDS))
print(f"entropy of the source: {floor:.3f} bits per byte\n"
      "merges  in use  bytes/token  nats/token  perplexity  bits/byte")
for merges in (0, 8, 16, 32, 63):
    split = bpe(Counter(fit), merges)
    vocab = sorted({t for ids in split.values() for t in ids} | set("".join(drawn)))
    index = {t: i for i, t in enumerate(vocab)}
    a, b = (torch.tensor([index[t] for w in text for t in split[w]])
            for text in (fit, fit[-1:] + held_out))
    b = b[len(split[fit[-1]]) - 1:]  # one token of context, then all held-out ones
    pairs = torch.full((len(vocab), len(vocab)), 0.01, dtype=torch.float64)
    seen = torch.ones(len(a) - 1, dtype=torch.float64)
    pairs.index_put_((a[:-1], a[1:]), seen, accumulate=True)
    loss = F.cross_entropy(pairs.log()[b[:-1]], b[1:]).item()  # a bigram model
    tokens = len(b) - 1
    in_use = len(set(a.tolist()))
    print(f"{merges:6d} {in_use:7d} {size / tokens:12.2f} {loss:11.3f} "
          f"{math.exp(loss):11.2f} {tokens / size * loss / math.log(2):10.3f}")
