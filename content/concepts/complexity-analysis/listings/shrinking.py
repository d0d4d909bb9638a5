"""Appends and pops: is each paid for by 3 units, whatever the order?"""
from random import Random

LEAST = 4  # slots, at least


class Counted:
    """Sizes and costs of a growing and shrinking array, without the elements."""

    def __init__(self) -> None:
        self.size, self.slots = 0, LEAST

    def potential(self) -> float:
        """Units saved: what the next copy will cost is there when it comes."""
        half = self.slots / 2
        return 2 * (self.size - half) if self.size >= half else half - self.size

    # region: rules
    def append(self) -> int:
        moves = 0
        if self.size == self.slots:
            moves, self.slots = self.size, 2 * self.slots
        self.size += 1
        return 1 + moves

    def pop(self) -> int:
        moves = 0
        self.size -= 1
        if self.size <= self.slots // 4 and self.slots > LEAST:
            moves, self.slots = self.size, self.slots // 2
        return 1 + moves
    # endregion


def run(name: str, orders: str) -> None:
    array, total, dearest, amortized, least = Counted(), 0, 0, 0.0, 9.0
    for order in orders:
        before = array.potential()
        cost = array.append() if order == "+" else array.pop()
        assert array.size <= array.slots
        total, dearest = total + cost, max(dearest, cost)
        amortized = max(amortized, cost + array.potential() - before)
        least = min(least, array.potential())
    print(f"{name:17} {len(orders):6,} {total:9,} {total / len(orders):7.2f} "
          f"{dearest:8,} {amortized:10.0f} {least:8.0f}")


def walk(steps: int, seed: int) -> str:
    random, size, orders = Random(seed), 0, []
    for _ in range(steps):
        orders.append("+" if not size or random.random() < 0.5 else "-")
        size += 1 if orders[-1] == "+" else -1
    return "".join(orders)


print("orders           number     total    mean  dearest  amortized  least saved")
run("fill, drain", "+" * 1025 + "-" * 1025)
run("at the border", "+" * 1024 + "+-" * 1000)
run("random walk", walk(20_000, 7))
