"""Byte-level BPE: train, encode, decode, and prove the round trip."""
import random
import re
from collections import Counter

Pair = tuple[int, int]
SPLIT = re.compile(  # like GPT-2 for ASCII text; re has no \p{L}
    r"'(?:[stmd]|re|ve|ll)| ?[^\W\d_]+| ?\d+| ?(?:[^\s\w]|_)+|\s+(?!\S)|\s+")

def merge(ids: list[int], pair: Pair, new: int) -> list[int]:
    out: list[int] = []
    for token in ids:  # left to right; a new token is never pair[0] again
        if out and (out[-1], token) == pair:
            out[-1] = new
        else:
            out.append(token)
    return out

def train(freq: Counter[str], merges: int) -> dict[Pair, int]:
    words, new_id = [(list(w.encode()), f) for w, f in freq.items()], {}
    for new in range(256, 256 + merges):
        count: Counter[Pair] = Counter()
        for ids, f in words:
            for pair in zip(ids, ids[1:]):
                count[pair] += f
        if not count:
            break  # every word is one token already
        best = min(count, key=lambda p: (-count[p], p))  # ties: lowest ids
        new_id[best] = new
        words = [(merge(ids, best, new), f) for ids, f in words]
    return new_id

def encode(text: str, new_id: dict[Pair, int]) -> list[int]:
    out: list[int] = []
    for word in SPLIT.findall(text):
        ids = list(word.encode())
        while pairs := [p for p in zip(ids, ids[1:]) if p in new_id]:
            first = min(pairs, key=new_id.__getitem__)  # earliest merge wins
            ids = merge(ids, first, new_id[first])
        out += ids
    return out

def show(ids: list[int], new_id: dict[Pair, int]) -> list[bytes]:
    table = {i: bytes([i]) for i in range(256)}
    for (a, b), new in new_id.items():
        table[new] = table[a] + table[b]
    return [table[i] for i in ids]

toy = train(Counter({"pen": 6, "ten": 5, "hen": 4, "the": 9}), 4)
print("merges:", show(list(toy.values()), toy))
print("then ->", show(encode("then", toy), toy))
corpus = "the hen and the pen; ten hens in a pen, and then the hens sang."
big = train(Counter(SPLIT.findall(corpus)), 20)
thai, hen = "\N{THAI CHARACTER KO KAI}", "\N{CHICKEN}"
for text in ("the hen", "the ", "hen", "12345", "\t \n", thai, hen):
    print(f"{text!a}: {len(text.encode())} bytes ->", show(encode(text, big), big))
rng, tests = random.Random(0), [" 007 \r\n\t " + thai + hen, corpus]
tests += ["".join(map(chr, rng.choices(range(0xD800), k=40))) for _ in range(300)]
good = [b"".join(show(encode(t, big), big)).decode() == t for t in tests]
print(f"round trip: {sum(good)} of {len(tests)} texts")
