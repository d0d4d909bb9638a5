"""A set with insert, remove and a random element, each constant on average."""
from collections.abc import Callable, Hashable


class RandomSet:
    def __init__(self) -> None:
        self.items, self.place = [], {}

    def insert(self, x: Hashable) -> bool:
        if x in self.place:
            return False
        self.place[x] = len(self.items)
        self.items.append(x)
        return True

    def remove(self, x: Hashable) -> bool:
        if x not in self.place:
            return False
        at, last = self.place[x], self.items[-1]
        self.items[at] = last
        self.place[last] = at
        self.items.pop()
        del self.place[x]
        return True

    def random(self, below: Callable[[int], int]) -> Hashable:
        return self.items[below(len(self.items))]
