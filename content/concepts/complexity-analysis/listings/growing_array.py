"""A growing array that counts every element it moves."""
from collections.abc import Callable

Grow = Callable[[int], int]


class Array:
    def __init__(self, grow: Grow) -> None:
        self.grow, self.size, self.moved = grow, 0, 0
        self.slots: list[object] = [None]

    # region: append
    def append(self, value: object) -> int:
        """Returns its cost: one write, and one move for each element copied."""
        cost = 1
        if self.size == len(self.slots):
            larger: list[object] = [None] * self.grow(len(self.slots))
            larger[: self.size] = self.slots
            self.moved += self.size
            cost += self.size
            self.slots = larger
        self.slots[self.size] = value
        self.size += 1
        return cost
    # endregion


RULES: dict[str, Grow] = {
    "x 2": lambda full: 2 * full,
    "x 1.5": lambda full: full * 3 // 2 + 1,
    "+ 1,000": lambda full: full + 1000,
}
N = 100_000

print(f"{N:,} appends     copies  per append  dearest append  slots at the end")
for name, grow in RULES.items():
    array = Array(grow)
    dearest = max(array.append(i) for i in range(N))
    assert array.slots[:N] == list(range(N))
    mean, slots = (N + array.moved) / N, len(array.slots)
    print(f"{name:>15} {array.moved:12,} {mean:11.2f} {dearest:15,} {slots:17,}")
