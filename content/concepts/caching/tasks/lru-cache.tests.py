from collections import deque
from random import Random
from time import perf_counter

from cases import case, close, that


def gets(cache, steps):
    """What the gets of some steps give: `a=1` puts, `a` gets."""
    found = []
    for step in steps.split():
        if "=" in step:
            key, value = step.split("=")
            cache.put(key, int(value))
        else:
            found.append(cache.get(step))
    return found


class Slow:
    """The same by a list in order of use."""

    def __init__(self, capacity):
        self.capacity, self.entries = capacity, []

    def get(self, key):
        for entry in self.entries:
            if entry[0] == key:
                self.entries.remove(entry)
                self.entries.append(entry)
                return entry[1]
        return None

    def put(self, key, value):
        if any(entry[0] == key for entry in self.entries):
            self.entries = [entry for entry in self.entries if entry[0] != key]
        elif len(self.entries) == self.capacity:
            self.entries.pop(0)
        self.entries.append((key, value))


def fastest(cache, of):
    """Seconds of 40 evictions and 80 hits, of the newest key and of the oldest, the fastest of several rounds."""
    cache, times, at, order = cache(of), [], of, deque(range(of))
    for key in range(of):
        cache.put(key, key)
    for _ in range(7):
        began = perf_counter()
        for at in range(at + 1, at + 41):
            order.popleft()
            order.append(at)
            cache.put(at, at)
            cache.get(at)
            order.rotate(-1)
            cache.get(order[-1])
        times.append(perf_counter() - began)
    return min(times)


@case("A key that is read stays, and the one used longest ago leaves.", judges=["get-refreshes", "evicts-both"])
def read_stays(task):
    close(gets(task.LRU(3), "a=1 b=2 c=3 a d=4 a b c d"), [1, 1, None, 3, 4], "a=1 b=2 c=3 a d=4 a b c d, in 3 slots")


@case("Without a read, the first to come is the first to leave.", judges=["evicts-both"])
def oldest_leaves(task):
    close(gets(task.LRU(2), "a=1 b=2 c=3 a b c"), [None, 2, 3], "a=1 b=2 c=3 a b c, in 2 slots")


@case("A put of a key that is there changes its value and evicts nothing.", judges=["update-no-eviction"])
def update_when_full(task):
    close(gets(task.LRU(2), "a=1 b=2 b=5 a b"), [1, 5], "a=1 b=2 b=5 a b, in 2 slots")


@case("A put of a key that is there is a use.", kind="edge", judges=["get-refreshes"])
def update_is_use(task):
    close(gets(task.LRU(2), "a=1 b=2 a=3 c=4 a b c"), [3, None, 4], "a=1 b=2 a=3 c=4 a b c, in 2 slots")


@case("With a single slot each new key replaces the last.", kind="edge")
def single_slot(task):
    close(gets(task.LRU(1), "a=1 a b=2 a b b=3 b"), [1, None, 2, 3], "a=1 a b=2 a b b=3 b, in 1 slot")


@case("A miss is no use, and brings nothing in.", kind="edge", hidden=True)
def miss_is_nothing(task):
    close(gets(task.LRU(2), "a=1 x b=2 x y a b"), [None, None, None, 1, 2], "a=1 x b=2 x y a b, in 2 slots")


@case("A key that left comes back as a new one.", kind="edge", hidden=True, judges=["evicts-both"])
def comes_back(task):
    close(gets(task.LRU(2), "a=1 b=2 c=3 a=4 b c a"), [None, 3, 4], "a=1 b=2 c=3 a=4 b c a, in 2 slots")


@case("Values of zero and keys of several kinds are found.", kind="edge", hidden=True)
def values_of_zero(task):
    cache = task.LRU(3)
    for key in (0, "0", (0,)):
        cache.put(key, 0)
    close([cache.get(key) for key in (0, "0", (0,), 1)], [0, 0, 0, None], "three keys with the value 0")


@case("Random operations agree with a list in order of use.", kind="property", hidden=True,
      judges=["get-refreshes", "evicts-both", "update-no-eviction"])
def agrees_with_list(task):
    random = Random(0)
    for capacity in (1, 2, 3, 7):
        mine, slow = task.LRU(capacity), Slow(capacity)
        for at in range(1500):
            key = random.randrange(2 * capacity + 2)
            if random.random() < 0.5:
                got, expected = mine.get(key), slow.get(key)
                that(got == expected, f"get({key}), operation {at} in {capacity} slots", got=got, expected=expected)
            else:
                mine.put(key, at)
                slow.put(key, at)


@case("Operations on 8,000 slots take about as long as on 20.", kind="scale", judges=["constant-time"])
def scale(task):
    few, many = fastest(task.LRU, 20), fastest(task.LRU, 8_000)
    # A search through all would be hundreds of times as long, so this is no close call.
    that(many < 10 * few + 5e-4, "seconds of 120 operations: they grow with the cache", of_20=few, of_8_000=many)
