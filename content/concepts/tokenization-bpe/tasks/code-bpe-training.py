"""BPE on characters: training on word counts, and encoding by rank."""
from collections import Counter

Pair = tuple[str, str]


def train(counts: dict[str, int], n: int) -> list[Pair]:
    """Returns the merges, in the order in which they are learned.

    counts: how often each word occurs. It stays as it is; merges stay inside words.
    n: how many merges to learn; fewer, once every word is one symbol.
    The most frequent pair is merged; of several, the one that sorts first. A run of
    four letters has three pairs.

    >>> train({"ten": 2, "hen": 1}, 2)
    [('e', 'n'), ('t', 'en')]
    """
    raise NotImplementedError


def encode(word: str, merges: list[Pair]) -> list[str]:
    """Returns the symbols of a word, which may be new, under ranked merges.

    >>> encode("hens", [("e", "n"), ("t", "en")])
    ['h', 'en', 's']
    """
    raise NotImplementedError
