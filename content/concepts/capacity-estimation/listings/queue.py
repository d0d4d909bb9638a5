"""One server, random arrivals: how long a request stays as the load grows."""

import math
import random

REQUESTS = 400_000


def arrivals(load: float, rng: random.Random) -> list[float]:
    clock, times = 0.0, []
    while len(times) < REQUESTS:
        clock += rng.expovariate(load)
        times.append(clock)
    return times


# region: serve
def serve(times: list[float], rng: random.Random) -> list[float]:
    """When each is done, one at a time and in order; the mean service takes 1."""
    free, done = 0.0, []
    for arrival in times:
        free = max(free, arrival) + rng.expovariate(1)
        done.append(free)
    return done
# endregion


# region: little
def present(times: list[float], done: list[float]) -> float:
    """Mean number inside over time: each stretch weighted by its length."""
    area, inside, last, leaving = 0.0, 0, 0.0, 0
    for arrival in [*times, math.inf]:
        while leaving < len(done) and done[leaving] <= arrival:
            area += inside * (done[leaving] - last)
            last, inside, leaving = done[leaving], inside - 1, leaving + 1
        if arrival < math.inf:
            area += inside * (arrival - last)
            last, inside = arrival, inside + 1
    return area / last
# endregion


print("load  stay  1/(1-load)   p99  formula   inside  rate*stay")
for load in 0.5, 0.8, 0.9, 0.95:
    rng = random.Random(7)
    times = arrivals(load, rng)
    done = serve(times, rng)
    stays = sorted(end - start for start, end in zip(times, done))
    mean, p99 = sum(stays) / REQUESTS, stays[math.ceil(0.99 * REQUESTS) - 1]
    rate = REQUESTS / done[-1]
    print(f"{load:4.0%} {mean:5.1f} {1 / (1 - load):11.1f} {p99:5.1f} "
          f"{math.log(100) / (1 - load):8.1f} {present(times, done):8.2f} "
          f"{rate * mean:10.2f}")
