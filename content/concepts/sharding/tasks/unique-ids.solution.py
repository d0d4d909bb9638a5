"""Ids of 64 bits that no two machines make twice, roughly in order of time."""

from collections.abc import Callable

EPOCH = 1_700_000_000_000  # milliseconds


class Ids:
    def __init__(self, machine: int, clock: Callable[[], int]) -> None:
        if not 0 <= machine < 1024:
            raise ValueError("ten bits of machine")
        self.machine, self.clock = machine, clock
        self.last, self.sequence = -1, 0

    def next(self) -> int:
        now = self.clock()
        if now < self.last - 5:
            raise RuntimeError("the clock went back")
        while now < self.last:
            now = self.clock()
        if now > self.last:
            self.sequence = 0
        elif self.sequence < 4095:
            self.sequence += 1
        else:
            while now <= self.last:
                now = self.clock()
            self.sequence = 0
        self.last = now
        return (now - EPOCH) << 22 | self.machine << 12 | self.sequence
