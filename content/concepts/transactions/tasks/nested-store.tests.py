from random import Random
from time import perf_counter

from cases import case, check, close, that


def store(task, calls):
    """A store after these calls, and what each of them gave."""
    s = task.Store()
    return s, [getattr(s, name)(*arguments) for name, *arguments in calls]


@case("Without a transaction, set, get, delete and count do what they say.")
def plain(task):
    s, _ = store(task, [("set", "a", 1), ("set", "b", 1), ("set", "a", 2), ("delete", "c")])
    check(s.get, "a", gives=2)
    check(s.count, 1, gives=1)
    check(s.count, 9, gives=0)
    s.delete("a")
    check(s.get, "a", gives=None)
    check(s.count, 2, gives=0)


@case("A rollback restores the value from before the first change.", judges=["undo-first"])
def first_value(task):
    s, _ = store(task, [("set", "a", 1), ("begin",), ("set", "a", 2), ("set", "a", 3)])
    check(s.get, "a", gives=3)
    check(s.rollback, gives=True)
    check(s.get, "a", gives=1)


@case("A rollback removes what was not there, and brings back what was deleted.", judges=["undo-first"])
def absent(task):
    s, _ = store(task, [("set", "a", 1), ("begin",), ("delete", "a"), ("set", "b", 2), ("set", "a", 5), ("rollback",)])
    check(s.get, "a", gives=1)
    check(s.get, "b", gives=None)


@case("After an inner commit, an outer rollback takes everything back.", judges=["commit-merges"])
def inner_commit(task):
    s, _ = store(task, [("set", "a", 1), ("begin",), ("begin",), ("set", "a", 2), ("set", "b", 7)])
    check(s.commit, gives=True)
    check(s.get, "a", gives=2)
    check(s.rollback, gives=True)
    check(s.get, "a", gives=1)
    check(s.get, "b", gives=None)


@case("At a commit, the older value of the outer transaction wins.", judges=["commit-merges"])
def older_wins(task):
    s, _ = store(task, [("set", "a", 1), ("begin",), ("set", "a", 2), ("begin",), ("set", "a", 3), ("commit",), ("rollback",)])
    check(s.get, "a", gives=1)


@case("Counts follow rollbacks, too.", judges=["counts-follow"])
def counts(task):
    s, _ = store(task, [("set", "a", 1), ("set", "b", 2), ("begin",), ("set", "a", 2), ("delete", "b"), ("set", "c", 2)])
    check(s.count, 2, gives=2)
    s.rollback()
    close([s.count(1), s.count(2)], [1, 1], "the counts of 1 and 2 after the rollback")


@case("With no transaction open, rollback and commit give False and change nothing.", kind="edge")
def none_open(task):
    s, gave = store(task, [("set", "a", 1), ("rollback",), ("commit",), ("begin",), ("commit",), ("rollback",)])
    that([gave[i] for i in (1, 2, 4, 5)] == [False, False, True, False], "False where none is open, True where one is", gave=gave)
    check(s.get, "a", gives=1)


@case("It agrees with a model that copies the whole store at begin.", kind="property", hidden=True,
      judges=["undo-first", "commit-merges", "counts-follow"])
def model(task):
    for seed in range(40):
        random, s, data, copies, calls = Random(seed), task.Store(), {}, [], []
        for _ in range(120):
            name = random.choice(["set", "set", "set", "delete", "begin", "rollback", "commit"])
            key, value = random.choice("abcd"), random.randint(0, 2)
            arguments = {"set": (key, value), "delete": (key,)}.get(name, ())
            calls.append((name, *arguments))
            getattr(s, name)(*arguments)
            if name == "set":
                data[key] = value
            elif name == "delete":
                data.pop(key, None)
            elif name == "begin":
                copies.append(dict(data))
            elif copies:
                data = copies.pop() if name == "rollback" else (copies.pop(), data)[1]
            close([s.get(k) for k in "abcd"], [data.get(k) for k in "abcd"], f"the values after {calls[-6:]}")
            close([s.count(v) for v in range(3)], [list(data.values()).count(v) for v in range(3)],
                  f"the counts after {calls[-6:]}")


@case("Values that count as false are values.", kind="edge", hidden=True, judges=["undo-first"])
def falsy(task):
    s, _ = store(task, [("set", "a", 0), ("set", "b", ""), ("begin",), ("set", "a", 5), ("delete", "b"), ("rollback",)])
    check(s.get, "a", gives=0)
    check(s.get, "b", gives="")
    check(s.count, 0, gives=1)


@case("Three thousand transactions over a large store cost what they change, not what is stored.", kind="scale",
      hidden=True)
def large(task):
    s = task.Store()
    for i in range(50_000):
        s.set(i, i % 7)
    start = perf_counter()
    for i in range(3_000):
        s.begin()
        s.set(i, -1)
        if i % 30 == 0:
            s.count(3)
        s.rollback()
        if perf_counter() - start > 0.5:
            break
    took = perf_counter() - start
    check(s.count, -1, gives=0)
    that(took < 0.5, "a copy at each begin, or a count over all keys, takes too long", seconds=round(took, 2))
