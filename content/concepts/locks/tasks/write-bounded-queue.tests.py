from random import Random

from cases import case, close, that


def schedule(task, threads, seed=0, most=5000):
    """Runs threads, named, until nobody can go on; returns what each returned or raised, and who is left."""
    random, ends = Random(seed), {}
    goes = {name: (lambda: True) for name in threads}
    for _ in range(most):
        ready = [name for name in goes if goes[name]()]
        if not ready:
            return ends, sorted(goes)
        name = random.choice(ready)
        try:
            goes[name] = next(threads[name]) or (lambda: True)
        except StopIteration as end:
            ends[name] = end.value
            del goes[name]
        except task.Closed as error:
            ends[name] = type(error).__name__
            del goes[name]
    that(False, f"after {most} steps threads still run: they wait without sleeping", running=sorted(goes))


def put(queue, *items):
    for item in items:
        yield from queue.put(item)


def take(queue, count, got):
    for _ in range(count):
        got.append((yield from queue.get()))


def drain(queue, got):
    """Takes until it is told that there is no more."""
    while True:
        got.append((yield from queue.get()))


@case("What one thread puts, another gets, in that order.")
def in_order(task):
    queue, got = task.BoundedQueue(3), []
    schedule(task, {"put": put(queue, "a", "b", "c"), "get": take(queue, 3, got)})
    close(got, ["a", "b", "c"])


@case("A producer sleeps while the queue is full, and goes on when there is room.", judges=["guards-whole", "wakes-right"])
def full(task):
    queue, got = task.BoundedQueue(2), []
    _, left = schedule(task, {"put": put(queue, 1, 2, 3)})
    close(left, ["put"], "who waits after three puts into a queue of two")
    for seed in range(20):
        queue, got = task.BoundedQueue(2), []
        _, left = schedule(task, {"put": put(queue, 1, 2, 3), "get": take(queue, 1, got)}, seed)
        close([left, got], [[], [1]], f"who waits after three puts and a get, and what came, schedule {seed}")


@case("A consumer of an empty queue sleeps: it does not run in circles.", judges=["rechecks"])
def sleeps(task):
    _, left = schedule(task, {"get": take(task.BoundedQueue(1), 1, [])}, most=50)
    close(left, ["get"], "who waits")


@case("With three producers and three consumers each item is taken once, under 200 schedules.", kind="property",
      judges=["guards-whole", "rechecks"])
def once(task):
    for seed in range(200):
        queue, got = task.BoundedQueue(1), []
        threads = {f"put {p}": put(queue, *range(4 * p, 4 * p + 4)) for p in range(3)}
        threads |= {f"get {c}": take(queue, 4, got) for c in range(3)}
        _, left = schedule(task, threads, seed)
        that(not left, f"under schedule {seed} threads wait for ever", waiting=left)
        close(sorted(got), list(range(12)), f"what was taken, schedule {seed}")


@case("The queue never holds more than its capacity.", kind="property", judges=["rechecks"])
def bounded(task):
    for seed in range(200):
        queue, stored, most = task.BoundedQueue(2), 0, 0

        def counted(thread, change):
            nonlocal stored, most
            for one in thread:
                yield one
            stored += change
            most = max(most, stored)

        def producer():
            for item in range(3):
                yield from counted(queue.put(item), 1)

        def consumer():
            yield from counted(queue.get(), -1)

        schedule(task, {"a": producer(), "b": producer(), "c": producer(), "d": consumer(), "e": consumer()}, seed)
        that(most <= 2, f"under schedule {seed} puts returned for more items than there is room", stored=most)


@case("Nobody sleeps on while there is work: many of each kind, and all end.", kind="property",
      judges=["wakes-right"], hidden=True)
def right_sleeper(task):
    for seed in range(300):
        queue, got = task.BoundedQueue(1 + seed % 3), []
        threads = {f"put {p}": put(queue, p) for p in range(8)} | {f"get {c}": take(queue, 1, got) for c in range(8)}
        _, left = schedule(task, threads, seed)
        that(not left, f"under schedule {seed} threads wait for ever", waiting=left)


@case("close wakes all consumers that sleep, and each is told that the queue is closed.", judges=["ends-cleanly"])
def close_wakes(task):
    for seed in range(20):
        queue, got = task.BoundedQueue(1), []
        sleepers = {f"get {c}": drain(queue, got) for c in range(3)}
        ends, left = schedule(task, sleepers | {"close": queue.close()}, seed)
        close(left, [], f"who waits after close, schedule {seed}")
        close([ends[name] for name in sleepers], ["Closed"] * 3, "how the consumers ended")


@case("What was put before close can still be taken.", kind="edge", judges=["ends-cleanly"])
def close_keeps(task):
    queue, got = task.BoundedQueue(3), []
    schedule(task, {"put": put(queue, 1, 2)})
    schedule(task, {"close": queue.close()})
    ends, left = schedule(task, {"get": drain(queue, got)})
    close([got, ends, left], [[1, 2], {"get": "Closed"}, []], "what was taken, how it ended, who waits")


@case("A producer that waits when the queue closes is told so, and its item is not stored.", kind="edge", judges=["ends-cleanly"])
def close_full(task):
    for seed in range(20):
        queue, got = task.BoundedQueue(1), []
        schedule(task, {"put": put(queue, 1)})
        ends, left = schedule(task, {"late": put(queue, 2), "close": queue.close()}, seed)
        close([ends.get("late"), left], ["Closed", []], f"how the waiting producer ended, who waits, schedule {seed}")
        schedule(task, {"get": drain(queue, got)})
        close(got, [1], "what is stored")


@case("The lock is free again after an error: closing and asking twice ends twice.", kind="edge", hidden=True,
      judges=["guards-whole"])
def released(task):
    queue, got = task.BoundedQueue(1), []
    schedule(task, {"close": queue.close()})
    for _ in range(2):
        ends, left = schedule(task, {"get": drain(queue, got), "put": put(queue, 1)})
        close([ends, left], [{"get": "Closed", "put": "Closed"}, []], "how both ended, who waits")


@case("None and 0 are items as any other.", kind="edge", hidden=True)
def falsy(task):
    queue, got = task.BoundedQueue(2), []
    _, left = schedule(task, {"put": put(queue, None, 0, ""), "get": take(queue, 3, got)})
    close([left, got], [[], [None, 0, ""]], "who waits, what came")


@case("A thousand items pass through five places.", kind="scale", hidden=True)
def scale(task):
    queue, got = task.BoundedQueue(5), []
    threads = {"put": put(queue, *range(1000)), "get": take(queue, 600, got), "other": take(queue, 400, got)}
    _, left = schedule(task, threads, most=60_000)
    close([left, sorted(got)], [[], list(range(1000))], "who waits, what came")
