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
    """The same by a search for the smallest pair of uses and last use."""

    def __init__(self, capacity):
        self.capacity, self.entries, self.clock = capacity, {}, 0

    def get(self, key):
        self.clock += 1
        if key not in self.entries:
            return None
        value, uses, _ = self.entries[key]
        self.entries[key] = value, uses + 1, self.clock
        return value

    def put(self, key, value):
        self.clock += 1
        if key not in self.entries and len(self.entries) == self.capacity:
            del self.entries[min(self.entries, key=lambda other: self.entries[other][1:])]
        uses = self.entries[key][1] if key in self.entries else 0
        self.entries[key] = value, uses + 1, self.clock


def fastest(cache, of):
    """Seconds of 40 evictions and 80 hits, of the newest key and of the oldest with one use, the fastest of several rounds."""
    cache, times, at, once = cache(of), [], of, deque(range(of))
    for key in range(of):
        cache.put(key, key)
    for _ in range(7):
        began = perf_counter()
        for at in range(at + 1, at + 41):
            if once:
                once.popleft()
            cache.put(at, at)
            cache.get(at)
            cache.get(once.popleft() if once else at)
        times.append(perf_counter() - began)
    return min(times)


@case("The key with the fewest uses leaves.", judges=["counts-uses"])
def fewest_leaves(task):
    close(gets(task.LFU(2), "a=1 b=2 a c=3 a b c"), [1, 1, None, 3], "a=1 b=2 a c=3 a b c, in 2 slots")


@case("Among equals the one used least recently leaves, not the one that came first.", judges=["ties-by-recency"])
def ties(task):
    close(gets(task.LFU(2), "a=1 b=2 b a c=3 a b c"), [2, 1, 1, None, 3], "a=1 b=2 b a c=3 a b c, in 2 slots")


@case("A put of a key that is there is a use, and evicts nothing.", judges=["counts-uses"])
def update_is_use(task):
    close(gets(task.LFU(2), "a=1 b=2 a=5 c=3 a b c"), [5, None, 3], "a=1 b=2 a=5 c=3 a b c, in 2 slots")


@case("The new key is not the one that leaves.", kind="edge", judges=["counts-uses"])
def new_key_stays(task):
    close(gets(task.LFU(2), "a=1 b=2 a b a b c=3 c"), [1, 2, 1, 2, 3], "a=1 b=2 a b a b c=3 c, in 2 slots")


@case("The smallest count rises when its only key is read.", kind="edge", judges=["minimum-without-search"])
def minimum_rises(task):
    steps = "a=1 a b=2 b b c=3 a b c"
    close(gets(task.LFU(2), steps), [1, 2, 2, None, 2, 3], f"{steps}, in 2 slots")


@case("The smallest count stays when another key is the last of its own.", kind="edge", judges=["minimum-without-search"])
def minimum_of_others(task):
    steps = "a=1 a b=2 a c=3 a b c"
    close(gets(task.LFU(2), steps), [1, 1, 1, None, 3], f"{steps}, in 2 slots")


@case("With a single slot each new key replaces the last, however often that was read.", kind="edge")
def single_slot(task):
    close(gets(task.LFU(1), "a=1 a a b=2 a b"), [1, 1, None, 2], "a=1 a a b=2 a b, in 1 slot")


@case("A key that left starts with one use again.", kind="edge", hidden=True, judges=["counts-uses"])
def starts_anew(task):
    steps = "a=1 a a b=2 b b b c=3 a=4 d=5 a b d"
    close(gets(task.LFU(2), steps), [1, 1, 2, 2, 2, None, 2, 5], f"{steps}, in 2 slots")


@case("Random operations agree with a search.", kind="property", hidden=True,
      judges=["counts-uses", "ties-by-recency", "minimum-without-search"])
def agrees_with_search(task):
    random = Random(0)
    for capacity in (1, 2, 3, 6):
        mine, slow = task.LFU(capacity), Slow(capacity)
        for at in range(1500):
            key = min(random.randrange(2 * capacity + 2), random.randrange(2 * capacity + 2))
            if random.random() < 0.6:
                got, expected = mine.get(key), slow.get(key)
                that(got == expected, f"get({key}), operation {at} in {capacity} slots", got=got, expected=expected)
            else:
                mine.put(key, at)
                slow.put(key, at)


@case("Operations on 8,000 slots take about as long as on 20.", kind="scale", judges=["minimum-without-search"])
def scale(task):
    few, many = fastest(task.LFU, 20), fastest(task.LFU, 8_000)
    # A search through all would be hundreds of times as long, so this is no close call.
    that(many < 10 * few + 5e-4, "seconds of 120 operations: they grow with the cache", of_20=few, of_8_000=many)
