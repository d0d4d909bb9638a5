from random import Random

from cases import case, check, that


def tree(task, keys, room):
    """A tree over sorted keys, built from the leaves up; a page is visited when its keys are looked at after another page's."""
    read = []

    class Counted(task.Page):
        def __getattribute__(self, name):
            if name == "keys" and (not read or read[-1] != id(self)):
                read.append(id(self))
            return object.__getattribute__(self, name)

    keys = sorted(keys)
    level = [Counted(keys[i : i + room]) for i in range(0, len(keys), room)] or [Counted([])]
    for left, right in zip(level, level[1:]):
        left.next = right
    firsts = [keys[i] for i in range(0, len(keys), room)] or [None]
    height = 1
    while len(level) > 1:
        groups = [range(i, min(i + room + 1, len(level))) for i in range(0, len(level), room + 1)]
        # A page with a single way down has no key; it is still a page.
        level = [Counted([firsts[i] for i in list(g)[1:]], [level[i] for i in g]) for g in groups]
        firsts = [firsts[g[0]] for g in groups]
        height += 1
    read.clear()
    return level[0], height, read


def small(task):
    return tree(task, [2, 4, 6, 8, 10, 12, 14, 16, 18], 2)[0]


def runs(task, root, low, high, gives):
    got = task.between(root, low, high)
    that(list(got) == gives, f"between({low}, {high}) of the keys 2, 4, … 18", expected=gives, got=got)


@case("A range within one leaf.")
def one_leaf(task):
    runs(task, small(task), 2, 5, [2, 4])


@case("A range over three leaves comes in order.", judges=["walks-leaves"])
def three_leaves(task):
    runs(task, small(task), 4, 13, [4, 6, 8, 10, 12])


@case("A key that equals a separator is found, with all its right neighbors.", judges=["right-way-down"])
def separator(task):
    for low in (6, 10, 14):
        runs(task, small(task), low, low + 3, [low, low + 2])


@case("High itself is left out, low is kept.", judges=["handles-edges"])
def half_open(task):
    runs(task, small(task), 6, 10, [6, 8])


@case("Between two neighbors, or before all keys, there is nothing.", kind="edge", judges=["handles-edges"])
def nothing(task):
    for low, high in ((5, 6), (7, 8), (-5, 2), (19, 30), (8, 8), (12, 4)):
        runs(task, small(task), low, high, [])


@case("A range may reach beyond both ends.", kind="edge", judges=["handles-edges"])
def beyond(task):
    runs(task, small(task), -100, 100, [2, 4, 6, 8, 10, 12, 14, 16, 18])


@case("An empty tree is one empty leaf.", kind="edge", judges=["handles-edges"])
def empty(task):
    check(lambda low, high: task.between(task.Page([]), low, high), 0, 10, gives=[])


@case("It agrees with a filter over all keys.", kind="property", hidden=True, judges=["right-way-down", "walks-leaves"])
def agrees(task):
    rng = Random(5)
    for room in (2, 3, 5, 16):
        keys = rng.sample(range(400), 150)
        root = tree(task, keys, room)[0]
        for _ in range(40):
            low, high = sorted(rng.sample(range(-5, 406), 2))
            expected = sorted(key for key in keys if low <= key < high)
            got = task.between(root, low, high)
            that(list(got) == expected, f"room {room}, from {low} to {high}", expected=expected, got=got)


@case("A short range reads a height of pages and a leaf or two.", kind="property", judges=["walks-leaves"])
def few_pages(task):
    root, height, read = tree(task, range(0, 4000, 2), 8)
    for low in (0, 16, 1000, 2001, 3990):
        read.clear()
        got = task.between(root, low, low + 6)
        that(len(got) == len([k for k in range(0, 4000, 2) if low <= k < low + 6]), "the keys are right", got=got)
        that(len(read) <= height + 2, f"from {low} to {low + 6} it read too much", pages=len(read), height=height)


@case("A range of a thousand keys visits its leaves, each once, and the way down.", kind="scale", hidden=True,
      judges=["walks-leaves"])
def long_range(task):
    root, height, read = tree(task, range(60_000), 50)
    got = task.between(root, 20_010, 21_010)
    that(len(got) == 1000 and got[0] == 20_010, "a thousand keys from 20,010", got=len(got))
    that(len(read) <= height + 22, "more pages than the range has", pages=len(read), height=height)
