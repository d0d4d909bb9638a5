"""How full leaves get, and how many pages move, by the order of the keys."""
import random
from bisect import bisect_right, insort
from collections import OrderedDict

ROOM, BUFFERED, LOADED, MEASURED = 100, 100, 70_000, 10_000


class Leaves:
    def __init__(self) -> None:
        self.firsts, self.pages = [float("-inf")], [[]]
        self.numbers = [0]  # of the pages, in the order in which they were made
        self.buffer: OrderedDict[int, bool] = OrderedDict()
        self.reads = self.writes = 0

    def touch(self, number: int, new: bool = False) -> None:
        """Brings a page into memory, and writes the one that leaves."""
        self.reads += number not in self.buffer and not new
        self.buffer[number] = True
        self.buffer.move_to_end(number)
        if len(self.buffer) > BUFFERED:
            self.buffer.popitem(last=False)
            self.writes += 1

    def insert(self, key: float) -> None:
        at = bisect_right(self.firsts, key) - 1
        page = self.pages[at]
        self.touch(self.numbers[at])
        insort(page, key)
        if len(page) > ROOM:
            last = at == len(self.pages) - 1
            cut = ROOM * 9 // 10 if last else ROOM // 2
            self.pages.insert(at + 1, page[cut:])
            self.firsts.insert(at + 1, page[cut])
            self.numbers.insert(at + 1, len(self.numbers))
            del page[cut:]
            self.touch(self.numbers[at + 1], new=True)


rng = random.Random(7)
total = LOADED + MEASURED
orders = {
    "rising": [float(i) for i in range(total)],
    "time, then random": [i // 20 + rng.random() for i in range(total)],
    "random": [rng.random() for _ in range(total)],
}
print(f"{'order of keys':18}{'leaves':>7}{'full':>7}{'read':>7}{'written':>9}")
for name, keys in orders.items():
    tree = Leaves()
    for count, key in enumerate(keys):
        if count == LOADED:
            tree.reads = tree.writes = 0
        tree.insert(key)
    full = total / (ROOM * len(tree.pages))
    print(f"{name:18}{len(tree.pages):7,}{full:7.1%}"
          f"{tree.reads:7,}{tree.writes:9,}")
