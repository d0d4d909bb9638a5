from math import cos, exp, sin, sqrt
from random import Random

from cases import case, check, close, that


def drawn(seed, n, heads, d):
    """Queries, keys and values of n tokens, drawn at random."""
    random = Random(seed)
    return [[[[random.gauss(0, 1) for _ in range(d)] for _ in range(heads)] for _ in range(n)] for _ in range(3)]


def plain(numbers):
    """Tokens with one head of one pair each, whose first number is given."""
    return [[[float(x), 0.0]] for x in numbers]


def in_chunks(attend, q, k, v, sizes):
    """The outputs of all tokens, and the cache after the last, from calls with so many tokens each."""
    out, cache, at = [], None, 0
    for size in sizes:
        new = slice(at, at + size)
        part, cache = attend(q[new], k[new], v[new], cache)
        out += part
        at += size
    return out, cache


def rotated(x):
    """All tokens at their positions from 0 on."""
    half = len(x[0][0]) // 2

    def number(head, at, c):
        t = at * 100.0 ** -((c % half) / half)
        return head[c] * cos(t) - head[c + half] * sin(t) if c < half else head[c - half] * sin(t) + head[c] * cos(t)

    return [[[number(head, at, c) for c in range(2 * half)] for head in token] for at, token in enumerate(x)]


def slow_reference(q, k, v):
    """One pass without a cache, token by token; the future is never summed."""
    q, k, out = rotated(q), rotated(k), []
    for i, token in enumerate(q):
        out.append([])
        for h, query in enumerate(token):
            weights = [exp(sum(a * b for a, b in zip(query, k[j][h])) / sqrt(len(query))) for j in range(i + 1)]
            mixed = zip(*([w * x for x in v[j][h]] for j, w in enumerate(weights)))
            out[i].append([sum(column) / sum(weights) for column in mixed])
    return out


@case("In a prefill with queries of zero, each token gets the mean of the values up to its own.")
def prefill(task):
    out, _ = task.attend(plain([0, 0, 0]), plain([1, 2, 3]), plain([2, 4, 9]), None)
    close(out, plain([2, 3, 5]), "of the values 2, 4 and 9")


@case("In a chunk, row i sees all that is cached and the chunk up to itself.", judges=["appends", "offset-mask"])
def chunk(task):
    cache = plain([1, 1]), plain([2, 4])
    out, _ = task.attend(plain([0, 0, 0]), plain([1, 1, 1]), plain([9, 1, 4]), cache)
    close(out, plain([5, 4, 4]), "of the values 2 and 4, cached, and 9, 1 and 4, new; queries are zero")


@case("New queries and keys stand at the positions after the cache.", judges=["offset-position"])
def positions(task):
    # The cached key is at position 0. With q = k = (1, 0), a score is cos(distance) / √2.
    out, _ = task.attend(plain([1]), plain([1]), plain([0]), (plain([1]), plain([10])))
    near, far = exp(1 / sqrt(2)), exp(cos(1) / sqrt(2))
    close(out, plain([10 * far / (near + far)]), "of the values 10, one position back, and 0")


@case("After five single steps the cache holds five tokens, and the last saw them all.", judges=["appends"])
def steps(task):
    out, cache = in_chunks(task.attend, plain([0] * 5), plain([1] * 5), plain([1, 2, 3, 4, 10]), [1] * 5)
    close(out, plain([1, 1.5, 2, 2.5, 4]), "of the values 1, 2, 3, 4 and 10, one call each, with queries of zero")
    close([len(cache[0]), len(cache[1])], [5, 5], "how many keys and values are cached")


@case("Scores of a thousand overflow nothing.", kind="edge")
def large(task):
    cache = plain([1000]), plain([3])
    out, _ = task.attend(plain([2]), plain([-1000]), plain([7]), cache)
    close(out, plain([3]), "of the values 3 and 7, whose scores are 764 and -1414", within=1e-6)


@case("Chunks of 4, 3, 1, 1 and 1 give what one pass over ten tokens gives.", kind="property",
      judges=["appends", "offset-mask", "offset-position"])
def chunks(task):
    q, k, v = drawn(1, 10, 2, 4)
    whole, _ = task.attend(q, k, v, None)
    out, _ = in_chunks(task.attend, q, k, v, [4, 3, 1, 1, 1])
    close(out, whole, "the outputs of all ten tokens")


@case("It agrees with a reference that has no cache.", kind="property", hidden=True,
      judges=["appends", "offset-mask", "offset-position"])
def agrees(task):
    for seed, (heads, d, sizes) in enumerate([(1, 4, [6]), (3, 2, [1, 1, 1, 1]), (2, 8, [2, 5, 1]), (4, 2, [1, 4])]):
        q, k, v = drawn(seed, sum(sizes), heads, d)
        out, _ = in_chunks(task.attend, q, k, v, sizes)
        close(out, slow_reference(q, k, v), f"{heads} heads of width {d}, chunks of {sizes}")


@case("The cache holds each key as it was rotated once, and each value as it came.", kind="property", hidden=True,
      judges=["appends", "offset-position"])
def cached(task):
    q, k, v = drawn(7, 7, 2, 4)
    _, (keys, values) = in_chunks(task.attend, q, k, v, [3, 2, 1, 1])
    close(keys, rotated(k), "the cached keys after chunks of 3, 2, 1 and 1")
    close(values, v, "the cached values")


@case("The queries, keys and values that are given stay as they are.", kind="edge", hidden=True)
def arguments_stay(task):
    (q, k, v), before = drawn(8, 3, 2, 4), drawn(8, 3, 2, 4)
    task.attend(q, k, v, (drawn(9, 2, 2, 4)[1], drawn(9, 2, 2, 4)[2]))
    that([q, k, v] == before, "q, k or v was changed")


@case("A prompt of 60 tokens and 60 steps after it end in time.", kind="scale", hidden=True)
def scale(task):
    q, k, v = drawn(10, 120, 2, 8)
    out, cache = in_chunks(task.attend, q, k, v, [60] + [1] * 60)
    close([len(out), len(cache[0])], [120, 120], "how many outputs came, and how many keys are cached")
