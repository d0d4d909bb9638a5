"""The nearest documents by cosine, on plain lists."""
from heapq import nsmallest
from math import inf, sqrt


def nearest(query, documents, k):
    def similarity(document):
        length = sqrt(sum(x * x for x in document))
        dot = sum(q * x for q, x in zip(query, document))
        return dot / length if length else -inf

    scores = [similarity(document) for document in documents]
    return nsmallest(k, range(len(documents)), key=lambda i: (-scores[i], i))
