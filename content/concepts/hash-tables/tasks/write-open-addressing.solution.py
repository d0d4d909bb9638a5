"""A map with open addressing and linear probing, without dict or set."""
from collections.abc import Callable, Hashable

FREE, GONE = object(), object()


class Map:
    def __init__(self, hash_of: Callable[[Hashable], int] = hash) -> None:
        self.hash_of, self.slots = hash_of, [FREE] * 8
        self.live = self.used = 0

    def find(self, key: Hashable) -> tuple[int, bool]:
        at, gap = self.hash_of(key) % len(self.slots), None
        while self.slots[at] is not FREE:
            if self.slots[at] is GONE:
                gap = at if gap is None else gap
            elif self.slots[at][0] == key:
                return at, True
            at = (at + 1) % len(self.slots)
        return (at if gap is None else gap), False

    def put(self, key: Hashable, value: object) -> None:
        at, found = self.find(key)
        self.live += not found
        self.used += self.slots[at] is FREE
        self.slots[at] = (key, value)
        if 3 * self.used > 2 * len(self.slots):
            entries = [e for e in self.slots if e is not FREE and e is not GONE]
            size = 8
            while size < 3 * len(entries):
                size *= 2
            self.slots, self.live, self.used = [FREE] * size, 0, 0
            for entry in entries:
                self.put(*entry)

    def get(self, key: Hashable, default: object = None) -> object:
        at, found = self.find(key)
        return self.slots[at][1] if found else default

    def remove(self, key: Hashable) -> bool:
        at, found = self.find(key)
        if found:
            self.slots[at] = GONE
            self.live -= 1
        return found

    def __len__(self) -> int:
        return self.live
