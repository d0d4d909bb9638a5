"""A queue that hides what it hands out, and gives it again."""

from heapq import heappop, heappush


class Queue:
    dead: list[str]

    def __init__(self, visible: float, tries: int) -> None:
        self.visible, self.tries, self.dead = visible, tries, []
        self.sent = self.given = 0
        self.ready: list[int] = []  # heap of numbers, in the order sent
        self.hidden: list[tuple[float, int]] = []  # heap of times and receipts
        self.bodies: dict[int, str] = {}
        self.times: dict[int, int] = {}  # how often each was handed out
        self.number: dict[int, int] = {}  # of the receipts that hold
        self.receipt: dict[int, int] = {}  # the one that holds, of each number

    def send(self, body: str) -> None:
        self.bodies[self.sent], self.times[self.sent] = body, 0
        heappush(self.ready, self.sent)
        self.sent += 1

    def receive(self, now: float) -> tuple[int, str] | None:
        while self.hidden and self.hidden[0][0] <= now:
            _, receipt = heappop(self.hidden)
            if receipt in self.number:  # else it was deleted meanwhile
                heappush(self.ready, self.number[receipt])
        while self.ready:
            number = heappop(self.ready)
            if number not in self.bodies:  # deleted after its time had passed
                continue
            self.number.pop(self.receipt.pop(number, -1), None)
            if self.times[number] == self.tries:
                self.dead.append(self.bodies.pop(number))
                continue
            self.times[number] += 1
            self.given += 1
            self.number[self.given], self.receipt[number] = number, self.given
            heappush(self.hidden, (now + self.visible, self.given))
            return self.given, self.bodies[number]
        return None

    def delete(self, receipt: int) -> bool:
        number = self.number.pop(receipt, None)
        if number is None:
            return False
        del self.receipt[number], self.bodies[number]
        return True
