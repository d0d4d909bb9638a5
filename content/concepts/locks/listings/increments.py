"""All orders in which two threads can increment a count: generators as threads."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace as Memory

THREADS = 2
GO, TAKE = "go on", "take the lock"  # what a thread wants next, where it yields


def no_lock(memory: Memory) -> Iterator[str]:
    yield GO
    read = memory.count
    yield GO
    more = read + 1
    yield GO
    memory.count = more


def each_access(memory: Memory) -> Iterator[str]:
    yield TAKE
    read, memory.held = memory.count, False
    yield TAKE
    memory.count, memory.held = read + 1, False


def whole_update(memory: Memory) -> Iterator[str]:
    yield TAKE
    yield from no_lock(memory)
    memory.held = False


def compare_and_swap(memory: Memory) -> Iterator[str]:
    while True:
        yield GO
        seen = memory.count
        yield GO
        if memory.count == seen:  # compared and set in one step
            memory.count = seen + 1
            return


def explore(increment: Callable[[Memory], Iterator[str]]) -> list[int]:
    """The final count of each order of steps."""
    ends, orders = list[int](), [list[int]()]
    while orders:
        order, memory = orders.pop(), Memory(count=0, held=False)
        threads = [increment(memory) for _ in range(THREADS)]
        wants = dict(enumerate(map(next, threads)))
        for who in order:
            memory.held |= wants.pop(who) == TAKE
            wants |= {who: want for want in [next(threads[who], "")] if want}
        ready = [who for who in wants if wants[who] == GO or not memory.held]
        orders += [[*order, who] for who in ready]
        ends += [] if ready else [memory.count]
    return ends


for program in (no_lock, each_access, whole_update, compare_and_swap):
    lost = [end < THREADS for end in explore(program)]
    print(f"{program.__name__:16}{len(lost):5} orders, {sum(lost)} lose an update")
