from math import erf, exp, log, sqrt
from random import Random

from cases import case, check, close, that


def matrix(random, n, m, size=1.0):
    return [[random.gauss(0, size) for _ in range(m)] for _ in range(n)]


def drawn(seed, n, d, **others):
    """A stream and all parameters, drawn at random, but for those that are named."""
    random = Random(seed)
    norm = lambda: ([random.gauss(1, 0.3) for _ in range(d)], [random.gauss(0, 0.3) for _ in range(d)])
    p = {"ln1": norm(), "ln2": norm(), "qkv": matrix(random, d, 3 * d), "out": matrix(random, d, d),
         "up": matrix(random, d, 4 * d), "down": matrix(random, 4 * d, d)}
    return matrix(random, n, d, 2.0), {**p, **others}


def zeros(n, m):
    return [[0.0] * m for _ in range(n)]


def diagonal(d, *blocks):
    """Diagonal matrices side by side, each of one number."""
    return [[x if i == j else 0.0 for x in blocks for j in range(d)] for i in range(d)]


def normed(row, gain, bias):
    mean = sum(row) / len(row)
    deviation = sqrt(sum((v - mean) ** 2 for v in row) / len(row) + 1e-5)
    return [g * (v - mean) / deviation + b for v, g, b in zip(row, gain, bias)]


def times(row, w):
    return [sum(a * b for a, b in zip(row, column)) for column in zip(*w)]


def slow_reference(x, p, heads):
    """Token by token; the future is never summed."""
    d, out = len(x[0]), []
    size = d // heads
    rows = [times(normed(row, *p["ln1"]), p["qkv"]) for row in x]
    for i, row in enumerate(x):
        read = []
        for c in range(d):
            first = c // size * size
            weights = [
                exp(sum(rows[i][e] * rows[j][d + e] for e in range(first, first + size)) / sqrt(size))
                for j in range(i + 1)
            ]
            read.append(sum(w * rows[j][2 * d + c] for j, w in enumerate(weights)) / sum(weights))
        row = [a + b for a, b in zip(row, times(read, p["out"]))]
        hidden = [z * (1 + erf(z / sqrt(2))) / 2 for z in times(normed(row, *p["ln2"]), p["up"])]
        out.append([a + b for a, b in zip(row, times(hidden, p["down"]))])
    return out


@case("If both branches end in zeros, the stream passes as it is.", judges=["pre-norm-adds"])
def identity(task):
    x, p = drawn(1, 3, 4, out=zeros(4, 4), down=zeros(16, 4))
    check(task.block, x, p, 2, gives=x)


@case("A branch sees the normalized stream and adds to the stream itself.", judges=["pre-norm-adds"])
def adds(task):
    # Rows with mean 5 and deviation 3, so the norm is (-1, 1) or (1, -1); queries of zero weigh evenly.
    _, p = drawn(2, 1, 2, ln1=([1.0, 1.0], [0.0, 0.0]), qkv=diagonal(2, 0.0, 0.0, 10.0), out=diagonal(2, 1.0),
                 down=zeros(8, 2))
    check(task.block, [[2.0, 8.0], [8.0, 2.0]], p, 1, gives=[[-8.0, 18.0], [8.0, 2.0]], within=1e-5)


@case("The MLP comes second, reads the norm of what attention left, and is added.", judges=["pre-norm-adds"])
def second(task):
    # Attention adds (10, -10), which turns the norm from (-1, 1) to (1, -1).
    up = [[1.0, 2.0] + [0.0] * 6, [0.0] * 8]
    down = [[10.0, 0.0], [0.0, 100.0]] + zeros(6, 2)
    _, p = drawn(3, 1, 2, ln1=([1.0, 1.0], [0.0, 0.0]), ln2=([3.0, 1.0], [0.0, 0.0]),
                 qkv=diagonal(2, 0.0, 0.0, -10.0), out=diagonal(2, 1.0), up=up, down=down)
    gelu = lambda z: z * (1 + erf(z / sqrt(2))) / 2
    expected = [[12.0 + 10 * gelu(3), -2.0 + 100 * gelu(6)]]
    check(task.block, [[2.0, 8.0]], p, 1, gives=expected, within=1e-5)


@case("Each head weighs its own columns, by scores over the root of its width.", judges=["split-heads"])
def two_heads(task):
    # The norms are the rows themselves. Of the second token, the first head's scores are -2q and 2q over √2,
    # and softmax gives 1/4 and 3/4; the other head's are equal.
    q, d = sqrt(2) * log(3) / 4, 4
    qkv = [[(q if i == j < 2 else 0.0) for j in range(d)] + [1.0 if i == j else 0.0 for j in range(d)] * 2 for i in range(d)]
    _, p = drawn(4, 1, d, ln1=([1.0] * d, [0.0] * d), qkv=qkv, out=diagonal(d, 10.0), down=zeros(16, d))
    x = [[1.0, 1.0, -1.0, -1.0], [-1.0, -1.0, 1.0, 1.0]]
    check(task.block, x, p, 2, gives=[[11.0, 11.0, -11.0, -11.0], [-6.0, -6.0, 1.0, 1.0]], within=1e-4)


@case("A later token changes nothing before it, and moves itself and what follows.", kind="property",
      judges=["causal", "split-heads"])
def causal(task):
    x, p = drawn(5, 6, 8)
    changed = [row if i != 3 else [v * v - 1 for v in row] for i, row in enumerate(x)]
    before, after = task.block(x, p, 4), task.block(changed, p, 4)
    moved = [max(abs(a - b) for a, b in zip(*both)) > 1e-9 for both in zip(before, after)]
    close(moved, [False] * 3 + [True] * 3, "which of the six outputs moved, after token 3 was changed")


@case("A single token works, and attends to itself.", kind="edge")
def single(task):
    x, p = drawn(6, 1, 6)
    check(task.block, x, p, 3, gives=slow_reference(x, p, 3))


@case("It agrees with a reference that goes token by token.", kind="property", hidden=True,
      judges=["split-heads", "pre-norm-adds", "causal"])
def agrees(task):
    for seed, (n, d, heads) in enumerate([(5, 6, 3), (4, 8, 2), (7, 4, 1), (3, 4, 4)]):
        x, p = drawn(seed, n, d)
        close(task.block(x, p, heads), slow_reference(x, p, heads), f"{n} tokens, width {d}, {heads} heads", within=1e-8)


@case("What is given stays as it is.", kind="edge", hidden=True)
def arguments_stay(task):
    given, before = drawn(7, 3, 4), drawn(7, 3, 4)
    task.block(*given, 2)
    that(given == before, "the stream or a parameter was changed", x=given[0])


@case("Sixty tokens of width 24 end in time.", kind="scale", hidden=True)
def scale(task):
    x, p = drawn(8, 60, 24)
    got = task.block(x, p, 4)
    that(len(got) == 60 and all(len(row) == 24 for row in got), "60 rows of 24 are expected", rows=len(got))
