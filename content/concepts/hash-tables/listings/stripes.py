"""Counters shared by threads: generators here, stepped by a seeded scheduler."""

import random
from collections.abc import Iterator

THREADS, TURNS, KEYS = 8, 500, 64


class Shared:
    def __init__(self, stripes: int) -> None:
        self.counts = dict.fromkeys(range(KEYS), 0)
        self.owner: list[int | None] = [None] * stripes
        self.waits = 0

    # region: worker
    def worker(self, me: int) -> Iterator[None]:
        """Adds one to a key, again and again; at each `yield` others may run."""
        rng = random.Random(me)
        for _ in range(TURNS):
            key = rng.randrange(KEYS)
            stripe = hash(key) % len(self.owner)
            while self.owner[stripe] is not None:
                self.waits += 1
                yield
            self.owner[stripe] = me
            count = self.counts[key]
            yield
            self.counts[key] = count + 1
            self.owner[stripe] = None
            yield
    # endregion


def run(stripes: int) -> Shared:
    rng, shared = random.Random(3), Shared(stripes)
    threads = [shared.worker(me) for me in range(THREADS)]
    while threads:
        thread = rng.choice(threads)
        if next(thread, "done") == "done":
            threads.remove(thread)
    return shared


print(f"{THREADS} threads add {THREADS * TURNS} times to {KEYS} keys")
for stripes in (1, 4, 16, 64):
    shared = run(stripes)
    lost = THREADS * TURNS - sum(shared.counts.values())
    print(f"{stripes:2} locks: {shared.waits:5} waits, {lost:3} additions lost")
