from math import sqrt
from random import Random

from cases import case, check, close, that


def vectors(seed, n, d):
    random = Random(seed)
    return [[random.gauss(0, 1) * 10 ** (i % 3) for _ in range(d)] for i in range(n)]


def by_angle(query, documents):
    """A slow reference: unit vectors, by their distance from the query's."""

    def unit(x):
        length = sqrt(sum(one * one for one in x))
        return [one / length for one in x]

    q = unit(query)
    distances = [sum((a - b) ** 2 for a, b in zip(q, unit(x))) for x in documents]
    return sorted(range(len(documents)), key=lambda i: (distances[i], i))


@case("A long vector does not win by its length.", judges=["normalizes-both"])
def long_vector(task):
    check(task.nearest, [1.0, 0.0], [[5.0, 5.0], [0.9, 0.1], [-1.0, 0.0]], 2, gives=[1, 0])


@case("The query's length changes no order.", judges=["normalizes-both"])
def query_length(task):
    documents = [[3.0, 4.0], [0.0, 2.0], [1.0, 0.2]]
    check(task.nearest, [200.0, 10.0], documents, 3, gives=[2, 0, 1])


@case("A document of zeros comes last, after opposite ones.", kind="edge", judges=["zero-vector"])
def zeros(task):
    check(task.nearest, [1.0, 1.0], [[0.0, 0.0], [-2.0, -2.0], [1.0, -1.0]], 3, gives=[2, 1, 0])


@case("If there are fewer than k, all are returned.", kind="edge")
def few(task):
    check(task.nearest, [1.0], [[2.0], [-2.0]], 5, gives=[0, 1])


@case("Of equal cosines the lower index comes first.", kind="edge")
def ties(task):
    check(task.nearest, [0.0, 1.0], [[1.0, 0.0], [0.0, 1.0], [0.0, 4.0], [0.0, 2.0]], 3, gives=[1, 2, 3])


@case("What is given stays as it is.", kind="edge", hidden=True)
def arguments_stay(task):
    query, documents = [2.0, 1.0], [[3.0, 4.0], [1.0, 1.0]]
    task.nearest(query, documents, 1)
    that(query == [2.0, 1.0] and documents == [[3.0, 4.0], [1.0, 1.0]], "an argument was changed", query=query)


@case("It agrees with the order of distances between unit vectors.", kind="property", hidden=True, judges=["normalizes-both"])
def agrees(task):
    for seed in range(5):
        query, *documents = vectors(seed, 31, 4)
        close(task.nearest(query, documents, 30), by_angle(query, documents), f"thirty random vectors, seed {seed}")


@case("Five of three thousand are found in time.", kind="scale", hidden=True)
def scale(task):
    query, *documents = vectors(9, 3001, 32)
    close(task.nearest(query, documents, 5), by_angle(query, documents)[:5], "five of 3,000")
