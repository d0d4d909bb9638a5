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


class Array:
    """Any n appends and pops write O(n) slots; blocks hold at most 4 slots for
    each element, or 4 in all.

    append(value): puts value at the end.
    pop(): removes the last element and returns it.
    get(i), set(i, value): for 0 <= i < len(array).
    pop of an empty array, get and set outside of it raise IndexError.

    >>> array = Array()
    >>> array.append("a"); array.append("b"); array.set(0, "c")
    >>> array.pop(), array.get(0), len(array)
    ('b', 'c', 1)
    """

    def __init__(self):
        raise NotImplementedError

    def __len__(self):
        raise NotImplementedError

    def append(self, value):
        raise NotImplementedError

    def pop(self):
        raise NotImplementedError

    def get(self, i):
        raise NotImplementedError

    def set(self, i, value):
        raise NotImplementedError
