"""BPE on characters: training on word counts, and encoding by rank."""
from collections import Counter

Pair = tuple[str, str]
Word = tuple[str, ...]


def merge(word: Word, pair: Pair) -> Word:
    out: list[str] = []
    for s in word:
        if out and (out[-1], s) == pair:
            out[-1] += s
        else:
            out.append(s)
    return tuple(out)


def train(counts: dict[str, int], n: int) -> list[Pair]:
    words = {tuple(w): c for w, c in counts.items()}
    merges: list[Pair] = []
    for _ in range(n):
        pairs: Counter[Pair] = Counter()
        for w, c in words.items():
            for pair in zip(w, w[1:]):
                pairs[pair] += c
        if not pairs:
            break
        best = min(pairs, key=lambda p: (-pairs[p], p))
        merges.append(best)
        words = {merge(w, best): c for w, c in words.items()}
    return merges


def encode(word: str, merges: list[Pair]) -> list[str]:
    rank, symbols = {p: i for i, p in enumerate(merges)}, tuple(word)
    while present := [p for p in zip(symbols, symbols[1:]) if p in rank]:
        symbols = merge(symbols, min(present, key=rank.__getitem__))
    return list(symbols)
