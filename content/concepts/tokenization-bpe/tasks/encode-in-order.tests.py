from random import Random

from cases import case, check, close, that

THEN = {("e", "n"): 0, ("h", "e"): 1, ("t", "he"): 2}
RUN = {("a", "a"): 0}


def one_at_a_time(symbols, rank):
    """The leftmost of the pairs with the lowest rank is merged, and all are looked at again."""
    symbols = list(symbols)
    while True:
        present = [(rank[pair], i) for i, pair in enumerate(zip(symbols, symbols[1:])) if pair in rank]
        if not present:
            return symbols
        i = min(present)[1]
        symbols[i : i + 2] = [symbols[i] + symbols[i + 1]]


def longest(symbols, rank):
    vocabulary = {*symbols, *(a + b for a, b in rank)}
    text, out = "".join(symbols), []
    while text:
        size = max(n for n in range(1, len(text) + 1) if text[:n] in vocabulary)
        out.append(text[:size])
        text = text[size:]
    return out


def drawn_ranks(random, letters, merges):
    """Pairs of what there is so far, of which no two make the same text, listed in any order."""
    pieces, pairs = list(letters), []
    while len(pairs) < merges:
        pair = random.choice(pieces), random.choice(pieces)
        if "".join(pair) not in pieces:
            pairs.append(pair)
            pieces.append("".join(pair))
    rank = {pair: 3 * i for i, pair in enumerate(pairs)}
    return dict(random.sample(list(rank.items()), len(rank)))


@case("In “then” the earliest merge takes e and n, and “the” can no longer be made.", judges=["eio-lowest-rank"])
def then(task):
    check(task.encode, list("then"), THEN, gives=["t", "h", "en"])


@case("In “the” a merge of a merge is made.", judges=["eio-lowest-rank"])
def the(task):
    check(task.encode, list("the"), THEN, gives=["the"])


@case("The counterexample is one: the longest match gives other pieces of the same text.", judges=["eio-counterexample"])
def counter(task):
    symbols, rank = task.counterexample()
    that(all(len(s) == 1 for s in symbols), "the symbols are single characters", symbols=symbols)
    made, texts = set(), [a + b for a, b in rank]
    for a, b in sorted(rank, key=rank.get):
        that(all(len(half) == 1 or half in made for half in (a, b)), "a half is used before it is made", pair=(a, b), rank=rank)
        made.add(a + b)
    that(len(set(texts)) == len(texts), "two merges make the same text", made=texts)
    that(len(set(rank.values())) == len(rank), "two merges have the same rank", rank=rank)
    right, other = one_at_a_time(symbols, rank), longest(symbols, rank)
    that(right != other, "both give the same pieces", symbols=symbols, rank=rank, pieces=right)


@case("Ranks decide, not places in the word or in the dictionary, and the highest comes last.", judges=["eio-lowest-rank"])
def ranks_decide(task):
    rank = {("a", "b"): 70, ("c", "d"): 7, ("b", "c"): 0}
    check(task.encode, list("abcd"), rank, gives=["a", "bc", "d"])
    check(task.encode, list("abcd"), {**rank, ("b", "c"): 71}, gives=["ab", "cd"])


@case("In a run the pairs are merged from the left, without overlap.", kind="edge", judges=["eio-lowest-rank"])
def run(task):
    for text, expected in (("aaa", ["aa", "a"]), ("aaaaab", ["aa", "aa", "a", "b"])):
        check(task.encode, list(text), RUN, gives=expected)


@case("Where no pair has a rank the symbols stay, be they none, one or many.", kind="edge")
def nothing(task):
    for text in ("", "a", "xyz"):
        check(task.encode, list(text), RUN, gives=list(text))


@case("Pairs are compared by their halves, not by the text that they make.", kind="edge", hidden=True)
def halves(task):
    check(task.encode, ["a", "bc", "ab", "c"], {("ab", "c"): 0}, gives=["a", "bc", "abc"])


@case("The list that is given stays as it is.", kind="edge", hidden=True)
def arguments_stay(task):
    symbols, rank = list("then"), dict(THEN)
    task.encode(symbols, rank)
    that(symbols == list("then") and rank == THEN, "the symbols or the ranks were changed", symbols=symbols, rank=rank)


@case("It agrees with merging one pair at a time, on a hundred vocabularies.", kind="property", hidden=True,
      judges=["eio-lowest-rank"])
def one_by_one(task):
    random = Random(0)
    for _ in range(100):
        rank = drawn_ranks(random, "abc", random.randrange(1, 12))
        symbols = random.choices("abcd", weights=[4, 4, 4, 1], k=random.randrange(2, 25))
        check(task.encode, symbols, rank, gives=one_at_a_time(symbols, rank))


@case("Five hundred symbols are encoded in time.", kind="scale", hidden=True)
def scale(task):
    random = Random(1)
    rank, symbols = drawn_ranks(random, "abcd", 40), random.choices("abcd", k=500)
    got = task.encode(list(symbols), rank)
    close("".join(got), "".join(symbols), "the text that the pieces make")
    close(len(got), len(one_at_a_time(symbols, rank)), "how many pieces there are")
