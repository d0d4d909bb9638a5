"""A cache in blocks, a table for each sequence, and counted references."""

import random

BLOCK, MAXIMUM = 16, 2048
TOTAL = 20_000


class Pool:
    def __init__(self) -> None:
        self.free = list(range(TOTAL))
        self.users = [0] * TOTAL

    # region: allocate
    def grow(self, table: list[int], length: int) -> None:
        """Adds blocks until the table holds `length` tokens."""
        while len(table) * BLOCK < length:
            block = self.free.pop()
            self.users[block] = 1
            table.append(block)

    def share(self, table: list[int], length: int) -> list[int]:
        """A new table with the full blocks of the first `length` tokens."""
        shared = table[: length // BLOCK]
        for block in shared:
            self.users[block] += 1
        return shared

    def release(self, table: list[int]) -> None:
        for block in table:
            self.users[block] -= 1
            if self.users[block] == 0:
                self.free.append(block)
    # endregion


rng = random.Random(0)
lengths = [rng.randint(1, 1000) for _ in range(100)]
pool = Pool()
tables: list[list[int]] = [[] for _ in lengths]
for table, length in zip(tables, lengths, strict=True):
    pool.grow(table, length)
used, slots = sum(lengths), sum(map(len, tables)) * BLOCK
print(f"{used} tokens of 100 sequences")
print(f"Reserved for {MAXIMUM} each: {used / (100 * MAXIMUM):.1%} used")
empty = max(-length % BLOCK for length in lengths)
print(f"In blocks of {BLOCK}: {used / slots:.1%} used, at most {empty} empty each")

first: list[int] = []
pool.grow(first, 200)
second = pool.share(first, 160)
pool.grow(second, 200)
pool.release(first)
third: list[int] = []
pool.grow(third, 160)
apart, together = len(first) + len(second), len(set(first + second))
print(f"Blocks of 2 sequences with a common prefix: {together} instead of {apart}")
print(f"Blocks taken from a living sequence: {len(set(second) & set(third))}")
