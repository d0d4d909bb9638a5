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
    """Returns the symbols after all merges; a merged symbol is their concatenation.

    symbols: what a pre-token starts from, often its characters; it stays as it is.
    rank: by pair of symbols, when its merge was learned; a low rank was early.
        The numbers may have gaps, and the dictionary any order.

    >>> encode(["h", "e", "n", "s"], {("e", "n"): 0, ("h", "en"): 1})
    ['hen', 's']
    """
    raise NotImplementedError


def counterexample() -> tuple[list[str], Ranks]:
    """Returns single characters, and ranks, on which `longest_match` is wrong.

    As in training, each half of a pair is one character, or was made by an earlier
    merge; no two merges have one rank, and no two make the same text.
    """
    raise NotImplementedError
