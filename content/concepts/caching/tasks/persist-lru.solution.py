"""An LRU cache that a crash cannot empty."""

from collections import OrderedDict


class Log:
    """A file that outlives a crash. Its records are whole, and in order."""

    def __init__(self) -> None:
        self.records: list[tuple] = []
        self.written = 0  # records written since the beginning, rewritten ones too

    def append(self, record: tuple) -> None:
        self.records.append(record)
        self.written += 1

    def replace(self, records: list[tuple]) -> None:
        """Swaps in a new file, all of it or nothing."""
        self.records = list(records)
        self.written += len(records)


class PersistentLRU:
    def __init__(self, capacity: int, log: Log) -> None:
        self.capacity, self.kept, self.log = capacity, OrderedDict(), log
        for key, *value in log.records:
            self.apply(key, *value)

    def apply(self, key, *value) -> None:
        if value:
            if key not in self.kept and len(self.kept) == self.capacity:
                self.kept.popitem(last=False)
            self.kept[key] = value[0]
        self.kept.move_to_end(key)

    def record(self, *record) -> None:
        self.log.append(record)
        self.apply(*record)
        if len(self.log.records) > 2 * self.capacity:
            self.log.replace(list(self.kept.items()))

    def get(self, key):
        if key not in self.kept:
            return None
        self.record(key)
        return self.kept[key]

    def put(self, key, value) -> None:
        self.record(key, value)
