from random import Random
from time import perf_counter

from cases import case, check, that


def slow_waits(arrivals, services, servers):
    """By a scan of all servers."""
    free, waited = [0] * servers, []
    for arrival, service in zip(arrivals, services):
        first = min(range(servers), key=lambda at: free[at])
        start = arrival if arrival > free[first] else free[first]
        free[first] = start + service
        waited.append(start - arrival)
    return waited


def slow_needed(arrivals, services, limit, percent):
    """By counting who waits too long, for each number of servers in turn."""
    servers = 0
    while True:
        if servers == 0 and arrivals:
            servers = 1
        late = sum(wait > limit for wait in slow_waits(arrivals, services, servers))
        if 100 * (len(arrivals) - late) >= percent * len(arrivals):
            return servers
        servers += 1


def log_of(random, most=40):
    """A log with bursts, ties and idle stretches."""
    clock, arrivals = 0, []
    for _ in range(random.randrange(1, most)):
        clock += random.choice([0, 0, 1, 3, 12])
        arrivals.append(clock)
    return arrivals, [random.choice([1, 2, 5, 20]) for _ in arrivals]


@case("A request waits for the first server that finishes.",
      judges=["earliest-free"])
def three_on_two(task):
    check(task.waits, [0, 1, 2], [5, 5, 5], 2, gives=[0, 0, 3])
    check(task.waits, [0, 0, 0], [4, 4, 4], 1, gives=[0, 4, 8])


@case("The fewest servers for a limit, with everyone counted.", judges=["nearest-rank"])
def everyone(task):
    check(task.servers_needed, [0, 1, 2], [5, 5, 5], 3, 100, gives=2)
    check(task.servers_needed, [0, 1, 2], [5, 5, 5], 0, 100, gives=3)
    check(task.servers_needed, [0, 1, 2], [5, 5, 5], 8, 100, gives=1)
    check(task.servers_needed, [0, 1, 2], [5, 5, 5], 4, 100, gives=2)


@case("A request goes to whoever is free first, not to the next in turn.", judges=["earliest-free"])
def not_in_turn(task):
    check(task.waits, [0, 0, 2], [100, 1, 1], 2, gives=[0, 0, 0])
    check(task.waits, [0, 1, 2, 3], [10, 2, 9, 1], 2, gives=[0, 0, 1, 7])


@case("After an idle stretch nobody waits, and nobody starts before coming.", kind="edge",
      judges=["earliest-free"])
def idle_stretch(task):
    check(task.waits, [0, 50, 51], [3, 4, 1], 1, gives=[0, 0, 3])


@case("The rank is rounded up.", kind="edge", judges=["nearest-rank"])
def rank_up(task):
    # Waits of 0, 4 and 8: half of three is the second, a third of it the first.
    check(task.servers_needed, [0, 0, 0], [4, 4, 4], 0, 33, gives=1)
    check(task.servers_needed, [0, 0, 0], [4, 4, 4], 0, 34, gives=2)
    check(task.servers_needed, [0, 0, 0], [4, 4, 4], 0, 50, gives=2)
    check(task.servers_needed, [0] * 100, [1] * 100, 98, 99, gives=1)
    check(task.servers_needed, [0] * 100, [1] * 100, 97, 99, gives=2)
    # 100 * 0.07 is a little more than 7 in floats.
    check(task.servers_needed, [0] * 100, [1] * 100, 6, 7, gives=1)


@case("Bursts need more servers than the total work says.", kind="edge", judges=["nearest-rank"])
def bursts(task):
    check(task.servers_needed, [0] * 6 + [1000], [10] * 7, 0, 100, gives=6)
    check(task.servers_needed, [0] * 6 + [1000], [10] * 7, 10, 100, gives=3)


@case("An empty log needs no server, and one request needs one.", kind="edge", hidden=True)
def empty(task):
    check(task.waits, [], [], 3, gives=[])
    check(task.servers_needed, [], [], 0, 99, gives=0)
    check(task.servers_needed, [7], [9], 0, 100, gives=1)


@case("Random logs agree with a scan that tries every number.", kind="property", hidden=True,
      judges=["earliest-free", "nearest-rank"])
def agrees(task):
    random = Random(4)
    for _ in range(150):
        arrivals, services = log_of(random)
        servers = random.randrange(1, 6)
        check(task.waits, arrivals, services, servers, gives=slow_waits(arrivals, services, servers))
        limit, percent = random.choice([0, 1, 5, 30]), random.choice([1, 50, 90, 95, 99, 100])
        expected = slow_needed(arrivals, services, limit, percent)
        check(task.servers_needed, arrivals, services, limit, percent, gives=expected)


@case("300 times as many servers make a request hardly dearer.", kind="scale", judges=["heap-of-free"])
def many_servers(task):
    arrivals, services = list(range(6_000)), [10**9] * 6_000
    times = {}
    for servers in 10, 3_000:
        runs = []
        for _ in range(3):
            began = perf_counter()
            task.waits(arrivals, services, servers)
            runs.append(perf_counter() - began)
        times[servers] = min(runs)
    that(times[3_000] < 12 * times[10] + 5e-3, "seconds of 6,000 requests: they grow with the servers",
         on_10=times[10], on_3_000=times[3_000])


@case("A number in the hundreds is found by few simulations.", kind="scale", hidden=True,
      judges=["searches-count"])
def many_tries(task):
    # Everyone comes at once and stays: as many servers as requests.
    began = perf_counter()
    check(task.servers_needed, [0] * 900, [5] * 900, 0, 100, gives=900)
    took = perf_counter() - began
    began = perf_counter()
    for _ in range(10):
        task.waits([0] * 900, [5] * 900, 450)
    ten = perf_counter() - began
    that(took < 12 * ten + 0.02, "seconds: about ten simulations are enough", search=took, ten_simulations=ten)
