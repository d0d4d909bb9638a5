"""Every version is kept: snapshots, first committer wins, reads checked or not."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

class Store:
    def __init__(self, data: dict[str, int], check_reads: bool) -> None:
        self.versions = {key: [(0, value)] for key, value in data.items()}
        self.clock, self.check_reads = 0, check_reads


class Transaction:
    def __init__(self, store: Store) -> None:
        self.store, self.snapshot = store, store.clock
        self.reads, self.writes = set[str](), dict[str, int]()

    def read(self, key: str) -> int:
        self.reads.add(key)
        seen = [v for at, v in self.store.versions[key] if at <= self.snapshot]
        return self.writes.get(key, seen[-1])

    def commit(self) -> str:
        checked = [*self.writes, *(self.reads if self.store.check_reads else ())]
        if any(self.store.versions[key][-1][0] > self.snapshot for key in checked):
            return "aborts"  # the caller starts again, from its first read
        self.store.clock += 1
        for key, value in self.writes.items():
            self.store.versions[key].append((self.store.clock, value))
        return "commits"


def client(store: Store, me: str) -> Iterator[str]:
    t = Transaction(store)
    seen = sum(t.read(key) for key in store.versions)
    yield "reads"
    if "account" in store.versions:
        t.writes["account"] = seen + (10 if me == "ann" else 20)
    elif seen >= 2:  # a doctor goes off call if another one stays
        t.writes[me] = 0
    yield "writes"
    yield t.commit()


def every_order(name: str, data: dict[str, int], check_reads: bool) -> None:
    print(name)
    ends = Counter[str]()
    for ann in combinations(range(6), 3):  # when Ann takes her three steps
        store = Store(data, check_reads)
        clients = client(store, "bob"), client(store, "ann")
        done = [next(clients[at in ann]) for at in range(6)]
        total = sum(versions[-1][1] for versions in store.versions.values())
        ends[f"{done.count('aborts')} aborted, total {total}"] += 1
    for end, orders in sorted(ends.items()):
        print(f"  {orders:2} orders: {end}")


every_order("deposits, snapshot", {"account": 100}, check_reads=False)
every_order("doctors, snapshot", {"ann": 1, "bob": 1}, check_reads=False)
every_order("doctors, reads checked", {"ann": 1, "bob": 1}, check_reads=True)
