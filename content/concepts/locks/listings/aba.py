"""ABA: a compare-and-swap that succeeds although the stack has changed."""

from collections.abc import Iterator
from itertools import combinations

Top = tuple[str, int]  # a node, and a version


class Stack:
    def __init__(self, counts: bool) -> None:
        self.top: Top = ("a", 0)
        self.below = {"a": "b", "b": "c", "c": ""}
        self.counts = counts

    def swap(self, seen: Top, node: str) -> bool:
        """One atomic step: replaces the top if it is the one seen."""
        if self.top != seen:
            return False
        self.top = node, seen[1] + self.counts
        return True

    def nodes(self) -> list[str]:
        node, found = self.top[0], list[str]()
        while node:
            found.append(node)
            node = self.below[node]
        return found


def pop(stack: Stack, mine: list[str]) -> Iterator[None]:
    while True:
        seen = stack.top
        yield
        below = stack.below[seen[0]]
        yield
        if stack.swap(seen, below):
            mine.append(seen[0])
            return


def pop_two_push_one(stack: Stack, mine: list[str]) -> Iterator[None]:
    for _ in range(2):
        mine.append(stack.top[0])
        stack.swap(stack.top, stack.below[mine[-1]])
        yield
    stack.below[mine[0]] = stack.top[0]
    stack.swap(stack.top, mine.pop(0))


for counts in (False, True):
    wrong: list[str] = []
    for turns in combinations(range(6), 3):
        stack, one, two = Stack(counts), list[str](), list[str]()
        threads = pop(stack, one), pop_two_push_one(stack, two)
        for turn in [*range(6), 6, 7, 8]:
            next(threads[turn in turns], None)
        if sorted(stack.nodes() + one + two) != ["a", "b", "c"]:
            wrong.append(f"  {one} and {two} taken, {stack.nodes()} left")
    name = "node and version" if counts else "node alone"
    print(f"{name}: {len(wrong)} of 20 orders wrong", *wrong[:1], sep="\n")
