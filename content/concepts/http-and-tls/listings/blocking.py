"""Twelve files, one lost packet: who waits, by what has to arrive in order."""

from collections import deque
from heapq import heappop, heappush

FILES, PACKETS = 12, 4
TRIP, SEND = 100, 1  # ms: a round trip, and how long the link takes for a packet
LOST = 5  # this packet arrives only when it is sent again, one round trip later


def load(connections: int, at_once: int, order: str, lost: int) -> list[float]:
    """When each file is complete, if the connections are open at 0 ms."""
    waiting = [deque(range(c, FILES, connections)) for c in range(connections)]
    ready: list[tuple[float, int, int]] = []  # when, packet, file
    complete = [0.0] * FILES
    delivered: dict[object, float] = {}  # by what is in order: how far it has come
    free, sent = 0.0, 0

    def ask(connection: int, now: float) -> None:
        file = waiting[connection].popleft()
        for packet in range(PACKETS):
            heappush(ready, (now + TRIP / 2, packet, file))

    for connection in range(connections):
        for _ in range(min(at_once, len(waiting[connection]))):
            ask(connection, 0)
    while ready:
        when, packet, file = heappop(ready)
        free, sent = max(free, when) + SEND, sent + 1
        arrives = free + TRIP / 2 + (TRIP if sent == lost else 0)
        connection = file % connections
        ordered = file if order == "stream" else -1 - connection
        delivered[ordered] = max(arrives, delivered.get(ordered, 0))
        complete[file] = max(complete[file], delivered[ordered])
        if packet == PACKETS - 1 and waiting[connection]:
            ask(connection, complete[file])
    return complete


print("                        last, ms   one packet lost: late,  mean,  last")
for name, connections, at_once, order in (
    ("HTTP/1.1, one connection", 1, 1, "connection"),
    ("HTTP/1.1, six connections", 6, 1, "connection"),
    ("HTTP/2, one connection", 1, FILES, "connection"),
    ("HTTP/3, one connection", 1, FILES, "stream"),
):
    clean = load(connections, at_once, order, lost=0)
    lossy = load(connections, at_once, order, lost=LOST)
    late, mean = sum(a > b for a, b in zip(lossy, clean)), sum(lossy) / FILES
    print(f"{name:25} {max(clean):6.0f} {late:22} {mean:6.0f} {max(lossy):6.0f}")
