"""A hot key expires, on a virtual clock; then a thousand keys expire at once."""

import math
import random
from collections import Counter

RATE, TTL, LOAD = 200.0, 60.0, 0.5  # reads a second; seconds


# region: hot
def hot(decide: str, periods: int = 101) -> tuple[float, int]:
    """Loads for each time that loading begins, and the most that ran at once."""
    rng, clock, running = random.Random(0), 0.0, list[float]()
    fresh, loads, begun, most = TTL, 0, 0, 0
    while clock < TTL * periods:
        clock += rng.expovariate(RATE)
        while running and running[0] <= clock:
            fresh = running.pop(0) + TTL
        left = fresh - clock
        load = left <= 0
        if decide == "single flight":
            load = left <= 0 and not running
        elif decide == "early":
            load = left <= -LOAD * math.log(1 - rng.random())
        if load:
            begun += not running
            running.append(clock + LOAD)
            loads, most = loads + 1, max(most, len(running))
    return loads / begun, most
# endregion


def surge(jitter: float) -> int:
    """1,000 keys, first filled within a second: the most loads in one second."""
    rng, loads = random.Random(0), Counter[int]()
    for _ in range(1_000):
        clock = rng.random()
        while clock < 60 * TTL:
            clock += TTL * (1 + rng.uniform(-jitter, jitter))
            loads[int(clock)] += 1
    return max(loads.values())


print("hot key        loads a refresh  at once")
for decide in "plain", "single flight", "early":
    loads, most = hot(decide)
    print(f"{decide:15}{loads:15.1f}{most:9}")
print("1,000 keys, most loads in a second:")
print(f"TTL of {TTL:.0f} s {surge(0)}, with 10% jitter {surge(0.1)}")
