"""Sparse, dense, fused: which sentence answers? Text and questions of chunks.py."""

import re

import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.preprocessing import normalize

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
QUESTIONS, GOLD = zip(*re.findall(r"(\w[^?]+)\?\s(\d+)", ASKED))


# region: retrievers
def ranks(scores: np.ndarray) -> np.ndarray:  # infinite: not in the list
    order = np.argsort(np.argsort(-scores, axis=1, kind="stable"), axis=1) + 1.0
    return np.where(scores > 0, order, np.inf)


WORD = r"(\w\S*?)(?:(?<=...)s)?(?!\S*\w)"  # without its plural s
counter = CountVectorizer(token_pattern=WORD, stop_words=STOP)
tf = counter.fit_transform(SENTENCES).toarray()  # (sentences, words)
n, length = (tf > 0).sum(0), tf.sum(1, keepdims=True) / tf.sum(1).mean()
idf = np.log(1 + (len(tf) - n + 0.5) / (n + 0.5))
weights = idf * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * length))
sparse = counter.transform(QUESTIONS).toarray() @ weights.T  # by question
found = {"sparse": sparse}
pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5))
for width in (4, 8, 16):
    svd = TruncatedSVD(width, algorithm="arpack", random_state=0)
    stored = normalize(svd.fit_transform(pieces.fit_transform(SENTENCES)))
    dense = normalize(svd.transform(pieces.transform(QUESTIONS))) @ stored.T
    found[f"dense {width}"] = dense  # cosines
    found[f"fused {width}"] = 1 / (60 + ranks(sparse)) + 1 / (60 + ranks(dense))
print("           @1   @3  MRR  rank of the answer, by question")
for name, scores in found.items():
    rank = np.array([row[int(gold) - 1] for row, gold in zip(ranks(scores), GOLD)])
    share = np.mean(rank == 1), np.mean(rank <= 3), np.mean(1 / rank)
    print(f"{name:8}", *map("{:.2f}".format, share), *map("{:3.0f}".format, rank))
# endregion
