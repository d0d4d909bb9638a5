"""A growing and shrinking array on blocks of fixed size."""
from weakref import WeakSet


class Block:
    """A row of slots that cannot grow; it counts what is written to it."""

    written = 0  # to all blocks
    alive = WeakSet()  # the blocks that something still refers to

    def __init__(self, slots):
        self._slots = [None] * slots
        Block.alive.add(self)

    def __len__(self):
        return len(self._slots)

    def __getitem__(self, i):
        return self._slots[i]

    def __setitem__(self, i, value):
        Block.written += 1
        self._slots[i] = value


LEAST = 4


class Array:
    def __init__(self):
        self.size, self.block = 0, Block(LEAST)

    def __len__(self):
        return self.size

    def resize(self, slots):
        block = Block(slots)
        for i in range(self.size):
            block[i] = self.block[i]
        self.block = block

    def append(self, value):
        if self.size == len(self.block):
            self.resize(2 * self.size)
        self.block[self.size] = value
        self.size += 1

    def place(self, i):
        if not 0 <= i < self.size:
            raise IndexError(i)
        return i

    def get(self, i):
        return self.block[self.place(i)]

    def set(self, i, value):
        self.block[self.place(i)] = value

    def pop(self):
        value = self.get(self.size - 1)
        self.size -= 1
        self.block[self.size] = None
        if self.size <= len(self.block) // 4 and len(self.block) > LEAST:
            self.resize(len(self.block) // 2)
        return value
