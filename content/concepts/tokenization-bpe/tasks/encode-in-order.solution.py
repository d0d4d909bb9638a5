"""BPE encoding by merge ranks, and an input on which the longest match differs."""
from math import inf

Ranks = dict[tuple[str, str], int]


def longest_match(symbols: list[str], rank: Ranks) -> list[str]:
    """The colleague's version: the longest vocabulary entry, from the left."""
    vocabulary = {*symbols, *(a + b for a, b in rank)}
    text, out = "".join(symbols), []
    while text:
        out.append(max(filter(text.startswith, vocabulary), key=len))
        text = text[len(out[-1]) :]
    return out


def encode(symbols: list[str], rank: Ranks) -> list[str]:
    while len(symbols) > 1:
        pairs = zip(symbols, symbols[1:])
        best = min(pairs, key=lambda p: rank.get(p, inf))
        if best not in rank:
            break
        out: list[str] = []
        for s in symbols:
            if out and (out[-1], s) == best:
                out[-1] += s
            else:
                out.append(s)
        symbols = out
    return symbols


def counterexample() -> tuple[list[str], Ranks]:
    return list("then"), {("e", "n"): 0, ("h", "e"): 1, ("t", "he"): 2}
