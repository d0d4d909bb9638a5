from fractions import Fraction
from random import Random

from cases import case, check, that


def drawn_lists(random, lists, docs):
    """Rankings of different lengths, each of some of the documents."""
    names = [f"d{i}" for i in range(docs)]
    return [random.sample(names, random.randrange(docs + 1)) for _ in range(lists)]


def exact(lists, constant):
    """The sum of each document, as a fraction."""
    docs = {doc for ranking in lists for doc in ranking}
    return {
        doc: sum(Fraction(1, constant + ranking.index(doc) + 1) for ranking in lists if doc in ranking) for doc in docs
    }


@case("Third in both lists is better than first in one.", judges=["sums-reciprocals"])
def third_in_both(task):
    check(task.fuse, [["a", "b", "c"], ["d", "e", "c"]], gives=["c", "a", "d", "b", "e"])


@case("With the constant 0 first and second make 3/2, and first alone 1.", judges=["sums-reciprocals"])
def no_constant(task):
    check(task.fuse, [["a", "b"], ["b"]], 0, gives=["b", "a"])


@case("With the constant 1, third in both lists is level with first in one: 2/4 and 1/2.",
      judges=["sums-reciprocals", "deterministic-ties"])
def level(task):
    check(task.fuse, [["x", "p", "a"], ["y", "q", "a"]], 1, gives=["a", "x", "y", "p", "q"])
    check(task.fuse, [["x", "p", "z"], ["y", "q", "z"]], 1, gives=["x", "y", "z", "p", "q"])


@case("A list that lacks a document adds nothing for it, however short the list is.", judges=["missing-adds-nothing"])
def missing(task):
    # a: 1/61. b and c: 1/62 + 1/63, of three lists; a place after the end of the short list would lift a.
    lists = [["a", "b", "c"], ["d", "c", "b"], ["e"]]
    check(task.fuse, lists, gives=["b", "c", "a", "d", "e"])
    check(task.fuse, [["m"], ["p", "q", "r", "s", "m"], []], 0, gives=["m", "p", "q", "r", "s"])
    check(task.fuse, [["z", "y"], ["w", "v", "u", "z"], ["w", "y"]], 0, gives=["w", "z", "y", "v", "u"])


@case("Recall counts what was found among the first k, of all that is relevant.", judges=["recall-denominator"])
def recalls(task):
    check(task.recall, ["x", "r", "y", "s"], {"r", "s", "t", "u"}, 3, gives=1 / 4)
    check(task.recall, ["x", "r", "y", "s"], {"r", "s", "t", "u"}, 4, gives=1 / 2)
    check(task.recall, ["r", "x", "y"], {"r"}, 3, gives=1.0)


@case("The reciprocal rank is that of the first hit, and 0 without one.", judges=["recall-denominator"])
def first_hit(task):
    check(task.reciprocal_rank, ["r", "x", "s"], {"r", "s"}, gives=1.0)
    check(task.reciprocal_rank, ["x", "y", "s", "r"], {"r", "s"}, gives=1 / 3)
    check(task.reciprocal_rank, ["x", "y"], {"r"}, gives=0.0)


@case("Lists may be empty, and k larger than a list.", kind="edge")
def empty(task):
    check(task.fuse, [], gives=[])
    check(task.fuse, [[], ["b", "a"]], gives=["b", "a"])
    check(task.recall, ["r", "x"], {"r", "s"}, 10, gives=1 / 2)
    check(task.recall, [], {"r"}, 5, gives=0.0)
    check(task.reciprocal_rank, [], {"r"}, gives=0.0)


@case("What is given stays as it is.", kind="edge", hidden=True)
def arguments_stay(task):
    lists, relevant = [["b", "a"], ["c"]], {"a", "c"}
    task.fuse(lists)
    task.recall(lists[0], relevant, 1)
    task.reciprocal_rank(lists[0], relevant)
    that((lists, relevant) == ([["b", "a"], ["c"]], {"a", "c"}), "the lists or the relevant documents were changed",
         lists=lists, relevant=relevant)


@case("The order agrees with sums of exact fractions, for four lists and several constants.", kind="property", hidden=True,
      judges=["sums-reciprocals", "missing-adds-nothing"])
def fractions(task):
    random = Random(0)
    for constant in (0, 1, 10, 60):
        for _ in range(10):
            lists = drawn_lists(random, 4, 8)
            score = exact(lists, constant)
            got = list(task.fuse([list(ranking) for ranking in lists], constant))
            that(sorted(got) == sorted(score), "each document is expected once", lists=lists, got=got)
            for better, worse in zip(got, got[1:]):
                # Sums that are equal as fractions may differ in their last bit as floats.
                that(score[better] > score[worse] - Fraction(1, 10**12), "a worse document stands before a better one",
                     lists=lists, constant=constant, got=got, before=(better, worse))


@case("Swapping two lists changes nothing, ties included.", kind="property", hidden=True,
      judges=["deterministic-ties"])
def swapped(task):
    random = Random(1)
    for _ in range(20):
        lists = drawn_lists(random, 2, 6)
        check(task.fuse, lists[::-1], gives=task.fuse(lists))
        score = exact(lists, 60)
        check(task.fuse, lists, gives=sorted(score, key=lambda doc: (-score[doc], doc)))


@case("Three lists of 20,000 documents are fused in time.", kind="scale", hidden=True)
def scale(task):
    names = [f"d{i:05}" for i in range(20_000)]
    lists = [names, names[10_000:] + names[:10_000], names[:100]]
    got = task.fuse(lists)
    that(len(got) == 20_000 and got[:2] == ["d00000", "d00001"], "all documents, and the first of two lists in front",
         length=len(got), first=got[:2])
