from random import Random

from cases import case, close, that


def gets(task, capacity, steps, log=None):
    """What the gets of some steps give: `a=1` puts, `a` gets, `!` crashes and opens anew."""
    log = log or task.Log()
    cache, found = task.PersistentLRU(capacity, log), []
    for step in steps.split():
        if step == "!":
            cache = task.PersistentLRU(capacity, log)
        elif "=" in step:
            key, value = step.split("=")
            cache.put(key, int(value))
        else:
            found.append(cache.get(step))
    return found


class Slow:
    """A cache that never crashes: a list in order of use."""

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


@case("Entries are there after a crash.", judges=["logs-puts"])
def entries_survive(task):
    close(gets(task, 3, "a=1 b=2 a=5 ! a b c"), [5, 2, None], "a=1 b=2 a=5 ! a b c, in 3 slots; ! is a crash")


@case("A read before the crash counts as a use after it.", judges=["logs-hits"])
def reads_survive(task):
    close(gets(task, 2, "a=1 b=2 a ! c=3 a b c"), [1, 1, None, 3], "a=1 b=2 a ! c=3 a b c, in 2 slots; ! is a crash")


@case("What was evicted before the crash does not come back.", judges=["logs-puts"])
def evicted_stay_away(task):
    close(gets(task, 2, "a=1 b=2 c=3 ! a b c"), [None, 2, 3], "a=1 b=2 c=3 ! a b c, in 2 slots; ! is a crash")


@case("Opening a log changes nothing: two crashes are as good as one.", kind="edge")
def two_crashes(task):
    close(gets(task, 2, "a=1 b=2 a ! ! c=3 ! a b c"), [1, 1, None, 3], "a=1 b=2 a ! ! c=3 ! a b c, in 2 slots")


@case("A single slot survives.", kind="edge")
def single_slot(task):
    close(gets(task, 1, "a=1 ! a b=2 ! a b ! b"), [1, None, 2, 2], "a=1 ! a b=2 ! a b ! b, in 1 slot")


@case("The log never has more than four times as many records as there are slots.", kind="edge", judges=["compacts"])
def log_is_bounded(task):
    log = task.Log()
    cache, longest = task.PersistentLRU(5, log), 0
    for at in range(400):
        cache.put(at % 7, at)
        cache.get(at % 3)
        cache.get("no such key")
        longest = max(longest, len(log.records))
    that(longest <= 20, "the log got too long for 5 slots", longest=longest)


@case("The operations write at most four records each, amortized.", kind="edge", judges=["compacts"])
def writes_are_amortized(task):
    log = task.Log()
    cache = task.PersistentLRU(50, log)
    for at in range(1000):
        cache.put(at % 60, at)
        cache.get(at % 40)
    that(log.written <= 8000, "too many records for 2000 operations", written=log.written)


@case("With a crash after any operation, all agrees with a cache that never crashed.", kind="property", hidden=True,
      judges=["logs-puts", "logs-hits", "compacts"])
def agrees_with_list(task):
    random = Random(0)
    for capacity in (1, 2, 3, 5):
        log, slow = task.Log(), Slow(capacity)
        cache = task.PersistentLRU(capacity, log)
        for at in range(600):
            key = random.randrange(2 * capacity + 1)
            if random.random() < 0.5:
                got, expected = cache.get(key), slow.get(key)
                that(got == expected, f"get({key}), operation {at} in {capacity} slots", got=got, expected=expected)
            else:
                cache.put(key, at)
                slow.put(key, at)
            if random.random() < 0.3:
                cache = task.PersistentLRU(capacity, log)


@case("Thirty thousand operations on a thousand slots end in time.", kind="scale", hidden=True)
def scale(task):
    log = task.Log()
    cache = task.PersistentLRU(1000, log)
    for at in range(15_000):
        cache.put(at, at)
        cache.get(at - 500)
    again = task.PersistentLRU(1000, log)
    close([again.get(14_999), again.get(0)], [14_999, None], "after a crash, the last key and the first")
