"""BM25 from scratch: an inverted index, and each factor of the score by itself."""

import re
from collections import Counter, defaultdict
from math import log

DOCS = [
    "the cache keeps keys and values",
    "the cache grows with each token and each sequence in the batch so that long "
    "contexts fill the memory and the cache is read again at each step",
    "error E-4032 means that the license has expired",
    "the weights are read once for the batch",
]
K1, B = 1.2, 0.75


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9-]+", text.lower())


lengths = [len(words(doc)) for doc in DOCS]
mean = sum(lengths) / len(DOCS)
postings: dict[str, dict[int, int]] = defaultdict(dict)
for at, doc in enumerate(DOCS):
    for word, count in Counter(words(doc)).items():
        postings[word][at] = count


def idf(found: int, docs: int) -> float:
    return log(1 + (docs - found + 0.5) / (found + 0.5))


def weight(count: int, length: float) -> float:
    """What a word that occurs `count` times weighs; `length` is in mean lengths."""
    return count * (K1 + 1) / (count + K1 * (1 - B + B * length))


def search(query: str) -> list[tuple[int, float]]:
    """Only documents that share a word with the query are touched."""
    scores: dict[int, float] = defaultdict(float)
    for word in set(words(query)):
        for at, count in sorted(postings.get(word, {}).items()):
            rarity = idf(len(postings[word]), len(DOCS))
            scores[at] += rarity * weight(count, lengths[at] / mean)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


print("count of a word:", [round(weight(n, 1), 3) for n in (1, 2, 5, 10)])
print("length of a document:", [round(weight(1, x), 3) for x in (0.5, 1, 2, 4)])
print("idf, 10 and 600 of 1000:", [round(idf(n, 1000), 3) for n in (10, 600)])
for query in ("cache", "E-4032", "the license", "expiry date"):
    print(f"{query}:", [(at, round(score, 3)) for at, score in search(query)])
