"""How many servers a log asks for: one queue, first come, first served."""

from heapq import heapreplace


def waits(arrivals: list[int], services: list[int], servers: int) -> list[int]:
    free, waited = [0] * servers, []
    for arrival, service in zip(arrivals, services):
        start = max(arrival, free[0])
        heapreplace(free, start + service)
        waited.append(start - arrival)
    return waited


def servers_needed(
    arrivals: list[int], services: list[int], limit: int, percent: int
) -> int:
    if not arrivals:
        return 0
    rank = -(-len(arrivals) * percent // 100)

    def enough(servers: int) -> bool:
        return sorted(waits(arrivals, services, servers))[rank - 1] <= limit

    low, high = 1, len(arrivals)
    while low < high:
        middle = (low + high) // 2
        if enough(middle):
            high = middle
        else:
            low = middle + 1
    return low
