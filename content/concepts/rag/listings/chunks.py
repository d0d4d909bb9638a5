"""Chunk size, overlap and k, measured on sentences from six pages of this site."""

import re
from collections import Counter
from math import log

TEXT = """The KV cache keeps a key and a value for each token and layer. It trades
arithmetic for memory. It grows with each token and each sequence, and a decoding
step reads all of it. A response cache stores finished answers by request. Attention
is a lookup made soft. The query is compared with every key. A dictionary can miss.
Softmax cannot: the shares sum to 1 even if nothing matches. New words keep
arriving. Byte-level BPE starts from all 256 byte values. So there is no unknown
token and decoding is exact. GPT-2 has 50,257 tokens. Batch norm takes one channel
and looks at its values in the mini-batch. Each output then depends on the others.
At inference there may be no batch. So the layer uses running averages. PCA turns
the axes, so that new ones are uncorrelated and ordered by variance. It is
unsupervised: no label enters. Start by centering: subtract the mean of the features
from each row. Keep the first k scores of each. Top-k keeps the first k, whatever
their probabilities. Top-p keeps the smallest set from the top whose mass reaches p.
Beam search keeps the B best prefixes. With B = 1 it is greedy."""
ASKED = """How does the KV cache grow? 3 Which cache stores answers? 4 What if no
key matches the query in attention? 8 How many tokens does GPT-2 have? 12 Why does
byte-level BPE have no unknown token? 11 What does batch norm use at inference? 16
Is PCA supervised? 18 What is subtracted from each row in PCA? 19 What does top-p
keep? 22 When is beam search greedy? 24"""
STOP = "a and at each from have how if in is it no of the to what".split()
SENTENCES = re.split(r"(?<=\.)\s", TEXT)
QUESTIONS = re.findall(r"(\w[^?]+)\?\s(\d+)", ASKED)


def words(text: str) -> Counter[str]:
    found = re.findall(r"\w\S*\w|\w", text.lower())
    return Counter(re.sub("(?<=...)s$", "", w) for w in found if w not in STOP)


def best(k: int, question: str, bags: list[Counter[str]]) -> list[int]:
    mean, scores = sum(bag.total() for bag in bags) / len(bags), [0.0] * len(bags)
    for word in words(question):
        n = sum(word in bag for bag in bags)
        idf = log(1 + (len(bags) - n + 0.5) / (n + 0.5))
        for at, bag in enumerate(bags):
            norm = 1.2 * (0.25 + 0.75 * bag.total() / mean)
            scores[at] += idf * bag[word] * 2.2 / (bag[word] + norm)
    return sorted(range(len(bags)), key=lambda at: -scores[at])[:k]


print("size  overlap  k  recall  words  of which the answer")
SETTINGS = [(n, 0, 1) for n in range(1, 7)] + [(2, 1, 1), (1, 0, 3), (24, 0, 1)]
for size, overlap, k in SETTINGS:
    starts = range(0, len(SENTENCES) - overlap, size - overlap)
    chunks = [SENTENCES[at : at + size] for at in starts]
    bags = [words(" ".join(chunk)) for chunk in chunks]
    hits = shown = used = 0
    for question, gold in QUESTIONS:
        prompt = {one for at in best(k, question, bags) for one in chunks[at]}
        hits += (hit := (answer := SENTENCES[int(gold) - 1]) in prompt)
        shown += sum(len(one.split()) for one in prompt)
        used += hit * len(answer.split())
    share = f"{hits / 10:8.1f} {shown / 10:6.1f} {used / shown:6.1%}"
    print(f"{size:4} {overlap:8} {k:2}", share)
