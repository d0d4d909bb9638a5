"""An LRU cache that a crash cannot empty."""


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
    """At most `capacity` entries; the one used longest ago leaves first.

    A cache that is opened on the log of an earlier one holds the same entries, in
    the same order of use. The log never has more than 4 * capacity records, and n
    operations write at most 4 * n. The records are yours to design.

    >>> log = Log()
    >>> cache = PersistentLRU(2, log)
    >>> cache.put("a", 1); cache.put("b", 2)
    >>> cache.get("a")
    1
    >>> again = PersistentLRU(2, log)  # after a crash
    >>> again.put("c", 3)  # b was used longest ago
    >>> again.get("b") is None, again.get("a")
    (True, 1)
    """

    def __init__(self, capacity: int, log: Log) -> None:
        raise NotImplementedError

    def get(self, key):
        """The value, or None if the key is not kept. A hit is a use."""
        raise NotImplementedError

    def put(self, key, value) -> None:
        raise NotImplementedError
