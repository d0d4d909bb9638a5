"""Which offset may be committed, while a pool finishes out of order."""

from collections import deque


class Progress:
    def __init__(self) -> None:
        self.order: deque[int] = deque()  # fetched, not committed
        self.working: set[int] = set()  # of these, not finished

    def fetch(self, offset: int) -> None:
        self.order.append(offset)
        self.working.add(offset)

    def done(self, offset: int) -> int | None:
        self.working.discard(offset)
        commit = None
        while self.order and self.order[0] not in self.working:
            commit = self.order.popleft() + 1
        return commit

    def in_flight(self) -> int:
        return len(self.order)
