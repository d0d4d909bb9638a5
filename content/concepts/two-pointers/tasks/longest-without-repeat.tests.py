from itertools import product

from cases import case, check, that


def slowly(items):
    """Every run by itself, longer ones first."""
    n = len(items)
    for length in range(n, 0, -1):
        for start in range(n - length + 1):
            if len(set(items[start:start + length])) == length:
                return start, length
    return 0, 0


@case("It finds the run, at the start, in the middle and at the end.", judges=["never-back"])
def examples(task):
    check(task.longest, "abcab", gives=(0, 3))
    check(task.longest, "aabcdd", gives=(1, 4))
    check(task.longest, "aabac", gives=(2, 3))


@case("The last place of an item may lie outside of the window already.", judges=["never-back"])
def outside(task):
    check(task.longest, "abba", gives=(0, 2))
    check(task.longest, "abcbda", gives=(2, 4))


@case("Of equally long runs it gives the first.")
def first_of_equals(task):
    check(task.longest, "abab", gives=(0, 2))
    check(task.longest, "aaa", gives=(0, 1))


@case("All distinct: the whole; nothing: (0, 0).", kind="edge", judges=["records-all"])
def whole_and_nothing(task):
    check(task.longest, "abcdef", gives=(0, 6))
    check(task.longest, "a", gives=(0, 1))
    check(task.longest, "", gives=(0, 0))


@case("Items may be anything that hashes: numbers, tuples, spaces.", kind="edge")
def other_items(task):
    check(task.longest, [0, 1, 0, -1, 2, 0], gives=(1, 4))
    check(task.longest, [(1, 2), (2, 1), (1, 2)], gives=(0, 2))
    check(task.longest, "a b c", gives=(0, 3))


@case("It agrees with a search over all runs, for every text of up to six letters of four.", kind="property", hidden=True,
      judges=["never-back", "records-all"])
def agrees(task):
    for length in range(7):
        for letters in product("abcd", repeat=length):
            text = "".join(letters)
            got, wanted = task.longest(text), slowly(text)
            that(tuple(got) == wanted, "another run is longer, or comes first", text=text, got=got, expected=wanted)


@case("A hundred thousand distinct items end in time.", kind="scale", hidden=True, judges=["linear-argument"])
def all_distinct(task):
    check(task.longest, list(range(100_000)), gives=(0, 100_000))


@case("So does a long window that is given out and taken in again.", kind="scale", hidden=True, judges=["linear-argument"])
def long_windows(task):
    check(task.longest, list(range(5_000)) * 12, gives=(0, 5_000))
