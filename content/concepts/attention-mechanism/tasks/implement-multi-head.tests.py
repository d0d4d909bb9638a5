from math import exp, log, sqrt
from random import Random

from cases import case, check, close, that


def diagonal(*numbers):
    return [[x if i == j else 0.0 for j in range(len(numbers))] for i, x in enumerate(numbers)]


def drawn(seed, n, d):
    """A sequence and four projections, drawn at random."""
    random = Random(seed)
    matrix = lambda rows: [[random.gauss(0, 1) for _ in range(d)] for _ in range(rows)]
    return matrix(n), *(matrix(d) for _ in range(4))


def slow_reference(x, wq, wk, wv, wo, heads):
    """Number by number: no matrix is formed, and the future is never summed."""
    d = len(x[0])
    size = d // heads

    def project(i, w, c):
        return sum(x[i][a] * w[a][c] for a in range(d))

    rows = []
    for i in range(len(x)):
        row = []
        for c in range(d):
            columns = range(c // size * size, c // size * size + size)
            weights = [
                exp(sum(project(i, wq, e) * project(j, wk, e) for e in columns) / sqrt(size))
                for j in range(i + 1)
            ]
            row.append(sum(w * project(j, wv, c) for j, w in enumerate(weights)) / sum(weights))
        rows.append([sum(row[c] * wo[c][e] for c in range(d)) for e in range(d)])
    return rows


ONE = diagonal(1.0, 1.0)


@case("With queries of zero, each token gets the mean of the values up to its own.", judges=["mha-softmax-mask"])
def means(task):
    x = [[2.0, 0.0], [4.0, 6.0], [0.0, 3.0]]
    check(task.multi_head, x, diagonal(0.0, 0.0), ONE, ONE, ONE, 1, gives=[[2.0, 0.0], [3.0, 3.0], [2.0, 3.0]])


@case("Each of two heads weighs its own columns.", judges=["mha-reshape"])
def two_heads(task):
    x = [[0.0, 0.0], [1.0, 1.0]]
    # Scores of the second token: 0 and ln 3 in the first head, 0 and 0 in the other.
    check(task.multi_head, x, diagonal(log(3), 0.0), ONE, ONE, ONE, 2, gives=[[0.0, 0.0], [0.75, 0.5]])


@case("Scores are divided by the root of the head's width: 2, where d is 8 and there are two heads.",
      judges=["mha-softmax-mask"])
def root(task):
    x, one = [[0.0] * 8, [1.0] * 8], diagonal(*[1.0] * 8)
    wq = diagonal(*[log(3) / 2] * 4, *[log(2) / 2] * 4)  # divided: ln 3 and ln 2
    expected = [[0.0] * 8, [0.75] * 4 + [2 / 3] * 4]
    check(task.multi_head, x, wq, one, one, one, 2, gives=expected)


@case("What the heads found is joined, then projected.", judges=["mha-output-projection"])
def projected(task):
    wo = [[0.0, 10.0], [1.0, 0.0]]
    check(task.multi_head, [[3.0, 5.0]], ONE, ONE, ONE, wo, 2, gives=[[5.0, 30.0]])


@case("Scores of a thousand overflow nothing.", kind="edge")
def large(task):
    x = [[1.0], [-1.0], [1.0]]
    check(task.multi_head, x, [[1000.0]], [[1.0]], [[1.0]], [[1.0]], 1, gives=[[1.0], [-1.0], [1.0]])
    # Scores of -1000 in the first row, of -2000 and -4000 in the second.
    check(task.multi_head, [[1.0], [2.0]], [[-1000.0]], [[1.0]], [[1.0]], [[1.0]], 1, gives=[[1.0], [1.0]])


@case("A later token changes nothing before it.", kind="property", judges=["mha-softmax-mask", "mha-reshape"])
def causal(task):
    x, *w = drawn(1, 6, 8)
    changed = [row if i != 4 else [z + 3.0 for z in row] for i, row in enumerate(x)]
    before, after = task.multi_head(x, *w, 4), task.multi_head(changed, *w, 4)
    close(after[:4], before[:4], "the first four outputs, after token 4 was changed")
    that(max(abs(a - b) for a, b in zip(after[5], before[5])) > 1e-6, "the output at 5 should see token 4 and move")


@case("It agrees with a reference that goes number by number.", kind="property", hidden=True,
      judges=["mha-reshape", "mha-softmax-mask", "mha-output-projection"])
def agrees(task):
    for seed, (n, d, heads) in enumerate([(5, 6, 3), (4, 8, 2), (7, 4, 1), (3, 4, 4)]):
        x, *w = drawn(seed, n, d)
        close(task.multi_head(x, *w, heads), slow_reference(x, *w, heads), f"{n} tokens, width {d}, {heads} heads")


@case("What is given stays as it is.", kind="edge", hidden=True)
def arguments_stay(task):
    given, before = drawn(2, 3, 4), drawn(2, 3, 4)
    task.multi_head(*given, 2)
    that(given == before, "an argument was changed", x=given[0])


@case("A hundred tokens of width 32 end in time.", kind="scale", hidden=True)
def scale(task):
    x, *w = drawn(3, 100, 32)
    got = task.multi_head(x, *w, 4)
    that(len(got) == 100 and all(len(row) == 32 for row in got), "100 rows of 32 are expected", rows=len(got))
