"""A bounded queue on a lock and two conditions, under 1,000 random schedules."""

import random
from collections import Counter, deque
from collections.abc import Callable, Iterator

Thread = Iterator[Callable[[], bool]]  # a thread yields what it waits for


class Lock:
    held = False

    def acquire(self) -> Thread:
        yield lambda: not self.held
        self.held = True


class Condition:
    def __init__(self, lock: Lock) -> None:
        self.lock, self.waiting = lock, list[object]()

    def wait(self) -> Thread:
        self.waiting.append(me := object())
        self.lock.held = False  # in one step with joining the waiters
        yield lambda: me not in self.waiting
        yield from self.lock.acquire()  # another thread may get it first


def run(pick: random.Random) -> str:
    lock, items, capacity = Lock(), deque[str](), 1
    not_full, not_empty = Condition(lock), Condition(lock)
    def put() -> Thread:
        yield from lock.acquire()
        while len(items) == capacity:
            yield from not_full.wait()
        items.append("item")
        del not_empty.waiting[:1]  # notify: wakes one
        lock.held = False

    def take() -> Thread:
        yield from lock.acquire()
        while not items:
            yield from not_empty.wait()
        items.popleft()
        del not_full.waiting[:1]
        lock.held = False

    waits = {t: next(t) for t in [call() for call in (put, take) * 6]}
    while ready := [thread for thread in waits if waits[thread]()]:
        try:
            waits[thread] = next(thread := pick.choice(ready))
        except StopIteration:
            del waits[thread]
        except IndexError:
            return "took from an empty queue"
    return "stuck" if waits else "all done"


print(Counter(run(random.Random(seed)) for seed in range(1_000)))
