from collections import Counter
from itertools import product

from cases import case, check, that


def slowly(text, required):
    """Every run, shorter ones first."""
    for length in range(len(required) or 1, len(text) + 1):
        for start in range(len(text) - length + 1):
            run = text[start:start + length]
            if required and not Counter(required) - Counter(run):
                return run
    return ""


@case("The shortest run that holds all is found, wherever it stands.", judges=["shrinks-while-covered"])
def examples(task):
    check(task.smallest, "xaybzcab", "abc", gives="cab")
    check(task.smallest, "abxxxaxb", "ab", gives="ab")
    check(task.smallest, "axxbxa", "ba", gives="bxa")


@case("A letter that is required twice has to be there twice.", judges=["multiplicity"])
def twice(task):
    check(task.smallest, "axbaab", "aab", gives="baa")
    check(task.smallest, "aab", "aa", gives="aa")
    check(task.smallest, "ab", "aa", gives="")


@case("More of a letter than is required does no harm.", judges=["multiplicity"])
def surplus(task):
    check(task.smallest, "aaab", "ab", gives="ab")
    check(task.smallest, "baaac", "bac", gives="baaac")


@case("Where none is there, it says so.", kind="edge")
def none_there(task):
    check(task.smallest, "abc", "z", gives="")
    check(task.smallest, "", "a", gives="")
    check(task.smallest, "abc", "abcd", gives="")


@case("Nothing required: nothing is given.", kind="edge")
def nothing_required(task):
    check(task.smallest, "abc", "", gives="")


@case("The whole text may be the answer, and capitals are other letters.", kind="edge")
def whole(task):
    check(task.smallest, "a", "a", gives="a")
    check(task.smallest, "aBc", "cBa", gives="aBc")
    check(task.smallest, "aA", "A", gives="A")


@case("Of equally short runs it gives the first.", kind="edge", hidden=True)
def first_of_equals(task):
    check(task.smallest, "axbxa", "ab", gives="axb")
    check(task.smallest, "abba", "ab", gives="ab")


@case("It agrees with a search over all runs, for all short texts.", kind="property", hidden=True,
      judges=["shrinks-while-covered", "multiplicity"])
def agrees(task):
    for required in "a", "ab", "aab", "abc", "bb":
        for length in range(7):
            for letters in product("abc", repeat=length):
                text = "".join(letters)
                got, wanted = task.smallest(text, required), slowly(text, required)
                that(got == wanted, "another run is shorter, or comes first",
                     text=text, required=required, got=got, expected=wanted)


@case("A long text with many required letters ends in time: a move costs O(1).", kind="scale", hidden=True,
      judges=["missing-count"])
def scale(task):
    letters = "".join(chr(0x4E00 + i) for i in range(3_000))
    check(task.smallest, letters * 10, letters[::-1], gives=letters)
    check(task.smallest, "x" * 20_000 + letters + "x" * 20_000, letters, gives=letters)
