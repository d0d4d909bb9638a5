from random import Random

from cases import case, check, close, that

TOY = {"pen": 6, "ten": 5, "hen": 4, "the": 9}
MERGES = [("e", "n"), ("h", "e"), ("t", "he"), ("p", "en")]


def drawn_words(random, words, letters):
    drawn = ("".join(random.choices(letters, k=random.randrange(1, 9))) for _ in range(words))
    return {word: random.randrange(1, 6) for word in drawn}


def every_occurrence(counts, n):
    """Trains on a corpus that is written out, each word as often as it occurs, and looks at one place at a time."""
    corpus, merges = [list(word) for word, c in counts.items() for _ in range(c)], []
    for _ in range(n):
        places = {}
        for i, word in enumerate(corpus):
            for j in range(len(word) - 1):
                places.setdefault((word[j], word[j + 1]), []).append((i, j))
        if not places:
            break
        best = sorted((-len(where), pair) for pair, where in places.items())[0][1]
        merges.append(best)
        for word in corpus:
            j = 0
            while j < len(word) - 1:
                if (word[j], word[j + 1]) == best:
                    word[j : j + 2] = [word[j] + word[j + 1]]
                j += 1
    return merges


def one_at_a_time(word, merges):
    """The leftmost of the pairs that were learned first is merged, and all are looked at again."""
    symbols = list(word)
    while present := [(merges.index(p), i) for i, p in enumerate(zip(symbols, symbols[1:])) if p in merges]:
        i = min(present)[1]
        symbols[i : i + 2] = [symbols[i] + symbols[i + 1]]
    return symbols


@case("Four words give the merges en, he, the and pen; he was level with th.", judges=["bpe-weighted", "bpe-tie"])
def four_words(task):
    check(task.train, TOY, 4, gives=MERGES)


@case("A pair of a frequent word outweighs one of two rare words.", judges=["bpe-weighted"])
def weights(task):
    check(task.train, {"ab": 1, "xab": 1, "cd": 3}, 1, gives=[("c", "d")])


@case("Of pairs that are level the one that sorts first is merged, wherever it stands.", judges=["bpe-tie"])
def ties(task):
    check(task.train, {"zy": 2, "bd": 2, "bc": 2}, 3, gives=[("b", "c"), ("b", "d"), ("z", "y")])


@case("“then” becomes t, h, en, although “the” is longer.", judges=["bpe-rank-encode"])
def then(task):
    check(task.encode, "then", MERGES, gives=["t", "h", "en"])


@case("A run of four counts three pairs, and is merged from the left, without overlap.", kind="edge",
      judges=["bpe-weighted"])
def run(task):
    check(task.train, {"bbbb": 1, "ac": 2}, 1, gives=[("b", "b")])
    check(task.train, {"aaa": 1}, 2, gives=[("a", "a"), ("aa", "a")])
    check(task.encode, "aaaaa", [("a", "a")], gives=["aa", "aa", "a"])


@case("Training ends when every word is one symbol.", kind="edge")
def ends(task):
    for counts, n, merges in (({"ab": 1}, 10, [("a", "b")]), ({"a": 5}, 3, []), ({}, 3, []), (TOY, 0, [])):
        check(task.train, counts, n, gives=merges)


@case("Letters that no merge knows stay single.", kind="edge")
def unknown(task):
    check(task.encode, "xpenx", MERGES, gives=["x", "pen", "x"])
    check(task.encode, "", MERGES, gives=[])


@case("Merges stay inside words, and borders between symbols are kept.", kind="edge", hidden=True)
def borders(task):
    check(task.train, {"ab": 5, "cd": 5}, 5, gives=[("a", "b"), ("c", "d")])
    check(task.train, {"ca": 9, "cab": 1, "ab": 6}, 3, gives=[("c", "a"), ("a", "b"), ("ca", "b")])


@case("What is given stays as it is.", kind="edge", hidden=True)
def arguments_stay(task):
    counts, merges = dict(TOY), list(MERGES)
    task.train(counts, 4)
    task.encode("then", merges)
    that(counts == TOY and merges == MERGES, "the counts or the merges were changed", counts=counts, merges=merges)


@case("Training agrees with a corpus that is written out.", kind="property", hidden=True, judges=["bpe-weighted", "bpe-tie"])
def written_out(task):
    random = Random(0)
    for letters in ("ab", "abc", "abcdef"):
        for _ in range(5):
            counts = drawn_words(random, 12, letters)
            check(task.train, counts, 12, gives=every_occurrence(counts, 12))


@case("Encoding agrees with merging one pair at a time.", kind="property", hidden=True, judges=["bpe-rank-encode"])
def one_by_one(task):
    random = Random(1)
    for _ in range(20):
        learned = every_occurrence(drawn_words(random, 12, "abc"), 15)
        # Where two merges make the same text, the order in which places are merged could decide.
        merges = list({a + b: (a, b) for a, b in reversed(learned)}.values())[::-1]
        for word in ("".join(random.choices("abc", k=12)) for _ in range(5)):
            check(task.encode, word, merges, gives=one_at_a_time(word, merges))


@case("Fifty merges over five hundred words end in time.", kind="scale", hidden=True)
def scale(task):
    counts = drawn_words(Random(2), 500, "abcdefgh")
    merges = task.train(dict(counts), 50)
    close(len(merges), 50, "how many merges there are")
    word = max(counts, key=len) * 20
    close("".join(task.encode(word, merges)), word, "the text that the pieces make")
