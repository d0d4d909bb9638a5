"""A cache that throws out the key with the fewest uses."""

from collections import OrderedDict, defaultdict


class LFU:
    def __init__(self, capacity: int) -> None:
        self.capacity, self.least = capacity, 0
        self.entries = {}
        self.by_uses = defaultdict(OrderedDict)

    def use(self, key, value) -> None:
        _, uses = self.entries[key]
        del self.by_uses[uses][key]
        if not self.by_uses[uses]:
            del self.by_uses[uses]
            if self.least == uses:
                self.least = uses + 1
        self.by_uses[uses + 1][key] = None
        self.entries[key] = value, uses + 1

    def get(self, key):
        if key not in self.entries:
            return None
        value, _ = self.entries[key]
        self.use(key, value)
        return value

    def put(self, key, value) -> None:
        if key in self.entries:
            return self.use(key, value)
        if len(self.entries) == self.capacity:
            victim, _ = self.by_uses[self.least].popitem(last=False)
            del self.entries[victim]
        self.entries[key], self.least = (value, 1), 1
        self.by_uses[1][key] = None
