from collections import deque
from random import Random

from cases import case, close, raises, that


def filled(task, values):
    queue = task.Queue()
    for value in values:
        queue.put(value)
    return queue


@case("What was put first is taken first.", judges=["fifo"])
def order(task):
    queue = filled(task, "abcd")
    close([queue.take() for _ in range(4)], list("abcd"), "a, b, c, d put, then four takes")


@case("What is put between takes waits for its turn.", judges=["fifo", "pours-when-empty"])
def mixed(task):
    queue = filled(task, [1, 2, 3])
    taken = [queue.take()]
    queue.put(4)
    taken.append(queue.take())
    queue.put(5)
    taken += [queue.take() for _ in range(3)]
    close(taken, [1, 2, 3, 4, 5], "1, 2, 3 put, and 4 and 5 between takes")


@case("A peek shows the front and keeps it.", judges=["peek-keeps"])
def peeks(task):
    queue = filled(task, [1, 2, 3])
    seen = [queue.peek(), queue.peek(), len(queue), queue.take(), queue.peek(), queue.take(), queue.take()]
    close(seen, [1, 1, 3, 1, 2, 2, 3], "peek, peek, len, take, peek, take, take")


@case("The length counts what was put and not taken.")
def length(task):
    queue, lengths = task.Queue(), []
    for turn in range(4):
        queue.put(turn)
        queue.put(turn)
        queue.take()
        lengths.append(len(queue))
    close(lengths, [1, 2, 3, 4], "two puts and a take, four times")


@case("An empty queue says so, also after it was full.", kind="edge")
def empty(task):
    queue = task.Queue()
    raises(IndexError, queue.take)
    raises(IndexError, queue.peek)
    queue.put(None)
    close((len(queue), queue.peek(), queue.take()), (1, None, None), "None is a value")
    raises(IndexError, queue.take)
    queue.put(7)
    close(queue.take(), 7, "put after it was empty")


@case("Filling and draining costs a constant for each element.", kind="property", judges=["pours-when-empty"])
def linear(task):
    counts = []
    for n in (100, 200, 400):
        before = task.Stack.operations
        queue = filled(task, range(n))
        for _ in range(n):
            queue.take()
        counts.append(task.Stack.operations - before)
    that(counts[-1] <= 6 * 400, "more than 6 stack operations for each element", operations=counts)


@case("With much waiting, a take and a put stay cheap.", kind="property", judges=["pours-when-empty"])
def waiting(task):
    queue = filled(task, range(200))
    before = task.Stack.operations
    for value in range(600):
        queue.take()
        queue.put(value)
    operations = task.Stack.operations - before
    that(operations <= 6 * 800, f"600 turns with 200 waiting took {operations:,} stack operations")


@case("Looking again and again costs a constant each.", kind="property", hidden=True, judges=["peek-keeps"])
def looking(task):
    queue = filled(task, range(300))
    before = task.Stack.operations
    for _ in range(300):
        queue.peek()
    operations = task.Stack.operations - before
    that(operations <= 8 * 300, f"300 peeks of 300 elements took {operations:,} stack operations")
    close([queue.take() for _ in range(300)], list(range(300)), "the order after all peeks")


@case("It agrees with a deque on random operations.", kind="property", hidden=True, judges=["fifo", "peek-keeps"])
def agrees(task):
    for seed in range(8):
        random, queue, expected = Random(seed), task.Queue(), deque()
        for step in range(500):
            kind = random.choice("pppttk")
            if kind == "p":
                queue.put(step)
                expected.append(step)
            elif not expected:
                raises(IndexError, queue.take)
            elif kind == "t":
                close(queue.take(), expected.popleft(), f"take, seed {seed}, step {step}")
            else:
                close(queue.peek(), expected[0], f"peek, seed {seed}, step {step}")
            close(len(queue), len(expected), f"len, seed {seed}, step {step}")


@case("Twenty thousand elements pass through.", kind="scale", hidden=True, judges=["pours-when-empty"])
def scale(task):
    queue, total, start = task.Queue(), 0, task.Stack.operations
    for value in range(10_000):
        queue.put(value)
        queue.put(value)
        total += queue.take()
        that(task.Stack.operations - start <= 12 * (value + 1), "more than 12 stack operations a turn", turns=value + 1)
    while len(queue):
        total += queue.take()
        that(task.Stack.operations - start <= 12 * 10_000, "draining takes more than a constant each")
    close(total, 10_000 * 9_999, "the sum of all that was taken")
