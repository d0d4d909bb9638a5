"""A map with open addressing: tombstones, and a table that grows."""

import random

Entry = tuple | None
FREE: Entry = None
GONE: Entry = ()  # a tombstone: a key was here


class Table:
    def __init__(self) -> None:
        self.slots: list[Entry] = [FREE] * 8
        self.live = self.used = self.moved = self.looks = 0

    def find(self, key: int) -> int:
        """The slot that holds the key, or the one where it belongs."""
        at, gap = hash(key) % len(self.slots), -1
        for _ in self.slots:
            self.looks += 1
            if (entry := self.slots[at]) is FREE:
                break
            if entry is GONE:
                gap = at if gap < 0 else gap
            elif entry[0] == key:
                return at
            at = (at + 1) % len(self.slots)
        return at if gap < 0 else gap

    def put(self, key: int, value: int) -> None:
        at = self.find(key)
        self.live += not self.slots[at]
        self.used += self.slots[at] is FREE
        self.slots[at] = (key, value)
        if self.used * 3 > len(self.slots) * 2:
            entries = [entry for entry in self.slots if entry]
            self.moved += len(entries)
            self.slots = [FREE] * (1 << (2 * len(entries)).bit_length())
            self.live = self.used = 0
            for entry in entries:
                self.put(*entry)

    def remove(self, key: int) -> None:
        at = self.find(key)
        if self.slots[at]:
            self.slots[at] = GONE
            self.live -= 1


keys = random.Random(2).sample(range(1 << 30), k=100_000)
table = Table()
for key in keys:
    table.put(key, 0)
print(f"{len(table.slots)} slots, {table.moved / len(keys):.2f} moves a key")
table = Table()
for turn, key in enumerate(keys[:20_000]):  # 1,000 live keys, ever others
    table.put(key, 0)
    if turn >= 1_000:
        table.remove(keys[turn - 1_000])
lost = sum(not table.slots[table.find(key)] for key in keys[19_000:20_000])
print(f"{len(table.slots)} slots, {table.looks / 39_000:.1f} looks, {lost} lost")
