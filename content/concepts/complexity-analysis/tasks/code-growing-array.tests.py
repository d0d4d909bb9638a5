import weakref
from random import Random

from cases import case, check, close, raises, that


def filled(task, values):
    array = task.Array()
    for value in values:
        array.append(value)
    return array


def contents(array):
    return [array.get(i) for i in range(len(array))]


def slots(task):
    """Slots of all blocks that are still referred to."""
    return sum(len(block) for block in task.Block.alive)


@case("What is appended is read at its place.")
def reads(task):
    array = filled(task, "abcdefghij")
    close((len(array), contents(array)), (10, list("abcdefghij")), "ten letters, then len and get")


@case("The last one leaves first, and set changes one place alone.")
def pops(task):
    array = filled(task, [1, 2, 3, 4, 5])
    array.set(1, 20)
    last = [array.pop(), array.pop()]
    close((last, contents(array)), ([5, 4], [1, 20, 3]), "1 to 5, set(1, 20), two pops")


@case("Outside of the size there is nothing, whatever the block holds.", kind="edge", judges=["bounds-checked"])
def outside(task):
    array = task.Array()
    raises(IndexError, array.pop)
    raises(IndexError, array.get, 0)
    array.append("a")
    for i in (1, 2, -1):
        raises(IndexError, array.get, i)
        raises(IndexError, array.set, i, "x")
    close((len(array), contents(array)), (1, ["a"]), "unchanged after the errors")


@case("An emptied array can be filled again.", kind="edge")
def again(task):
    array = filled(task, range(100))
    for _ in range(100):
        array.pop()
    raises(IndexError, array.pop)
    for _ in range(3):
        array.append("a")
        close((array.pop(), len(array)), ("a", 0), "append and pop on an emptied array")
    for value in range(20):
        array.append(value)
    close(contents(array), list(range(20)), "20 appends after all that")


@case("Writes grow with the appends, not with their square.", kind="property", judges=["grows-geometrically"])
def linear(task):
    counts = []
    for n in (200, 400, 800):
        before = task.Block.written
        filled(task, range(n))
        counts.append(task.Block.written - before)
    that(counts[-1] <= 12 * 800, "more than 12 writes an append", writes=counts)


@case("Appends and pops in turn stay cheap at every size.", kind="property", judges=["shrinks-at-quarter"])
def border(task):
    for n in range(3, 70):
        for burst in (1, 2, 3):
            array = filled(task, range(n))
            before = task.Block.written
            for _ in range(30):
                for _ in range(burst):
                    array.append(0)
                for _ in range(burst):
                    array.pop()
            for _ in range(30):
                for _ in range(burst):
                    array.pop()
                for _ in range(burst):
                    array.append(0)
            written, operations = task.Block.written - before, 120 * burst
            that(written <= 4 * n + 4 * operations,
                 f"{operations} operations around {n} elements, {burst} at a time, took {written:,} writes")


@case("Memory follows the size up and down.", kind="property", judges=["shrinks-at-quarter"])
def memory(task):
    already, array = slots(task), task.Array()
    for size in [*range(1, 600), *range(598, -1, -1)]:
        if size > len(array):
            array.append(size)
        else:
            array.pop()
        taken = slots(task) - already
        that(taken <= max(4, 4 * size), f"{taken} slots are kept for {size} elements")


@case("A popped element is let go.", kind="edge", judges=["releases"])
def released(task):
    class Thing:
        pass

    array = filled(task, [Thing() for _ in range(6)])
    seen = weakref.ref(array.get(5))
    array.pop()
    that(seen() is None, "the array still refers to the element that it gave away")


@case("It agrees with a list on random operations.", kind="property", hidden=True, judges=["bounds-checked"])
def agrees(task):
    for seed in range(6):
        random, array, expected = Random(seed), task.Array(), []
        for step in range(600):
            kind = random.choice("aaapps")
            if kind == "a":
                array.append(step)
                expected.append(step)
            elif not expected:
                raises(IndexError, array.pop)
            elif kind == "p":
                close(array.pop(), expected.pop(), f"pop, seed {seed}, step {step}")
            else:
                i = random.randrange(len(expected))
                array.set(i, -step)
                expected[i] = -step
        close(contents(array), expected, f"seed {seed}")


@case("Growing and draining three times stays linear.", kind="scale", hidden=True,
      judges=["grows-geometrically", "shrinks-at-quarter"])
def scale(task):
    array, start, steps = task.Array(), task.Block.written, 0
    for _ in range(3):
        for value in range(8000):
            array.append(value)
            steps += 1
            that(task.Block.written - start <= 12 * steps + 100, "more than 12 writes an operation", operations=steps)
        for _ in range(7990):
            array.pop()
            steps += 1
            that(task.Block.written - start <= 12 * steps + 100, "more than 12 writes an operation", operations=steps)
    check(array.get, 5, gives=5)
