from hashlib import blake2b
from random import Random
from time import perf_counter

from cases import case, close, raises, that


def place(text):
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def ring_of(task, nodes, points):
    ring = task.Ring(points)
    for node in nodes:
        ring.add(node)
    return ring


def scan(nodes, points, key, count=1):
    """The same by looking at all points: the nearest clockwise, then the next."""
    size = 2**64
    by_distance = sorted(
        ((place(f"{node}#{i}") - place(key)) % size, node) for node in nodes for i in range(points)
    )
    found = []
    for _, node in by_distance:
        if node not in found:
            found.append(node)
    return found[:count]


THREE = ["north", "east", "west"]
KEYS = [f"user:{at}" for at in range(400)]


@case("Three nodes with one point each own what the example says.", judges=["first-at-or-after"])
def example(task):
    ring = ring_of(task, THREE, 1)
    close(ring.owner("user:7"), "north", "owner of user:7")
    close(ring.owners("user:7", 2), ["north", "west"], "two owners of user:7")


@case("Keys behind the last point belong to the first.", judges=["first-at-or-after"])
def wraps(task):
    ring = ring_of(task, THREE, 1)
    last = max(place(f"{node}#0") for node in THREE)
    for key in [key for key in KEYS if place(key) > last][:5]:
        close(ring.owner(key), "west", f"owner of {key}, which lies behind the last point")
    close(ring.owners("user:1", 2), ["west", "east"], "two owners of user:1")


@case("A key that lies exactly at a point belongs to it.", kind="edge", judges=["first-at-or-after"])
def at_point(task):
    ring = ring_of(task, ["x", "y", "z"], 3)
    for node in "xyz":
        for i in range(3):
            close(ring.owner(f"{node}#{i}"), node, f"owner of the key {node}#{i}, at that very point")


@case("A join moves keys to the new node only.", judges=["join-leave"])
def join_moves(task):
    ring = ring_of(task, "abcd", 20)
    before = {key: ring.owner(key) for key in KEYS}
    ring.add("e")
    strays = [key for key in KEYS if ring.owner(key) not in (before[key], "e")]
    close(strays, [], "keys that went to an old node")
    gained = sum(ring.owner(key) == "e" for key in KEYS)
    close(gained, sum(scan("abcde", 20, key) == ["e"] for key in KEYS), "keys that the new node has")


@case("A node that leaves takes all of its points with it, and leaves what was before it.", judges=["join-leave"])
def leave_restores(task):
    ring = ring_of(task, "abc", 20)
    before = [ring.owner(key) for key in KEYS]
    ring.add("d")
    ring.remove("d")
    close([ring.owner(key) for key in KEYS], before, "owners after d joined and left")


@case("Adding twice and removing a stranger change nothing.", kind="edge", hidden=True, judges=["join-leave"])
def twice(task):
    ring = ring_of(task, "ab", 5)
    before = [ring.owners(key, 2) for key in KEYS[:50]]
    ring.add("a")
    ring.remove("nobody")
    close([ring.owners(key, 2) for key in KEYS[:50]], before, "owners after adding a again")
    ring.remove("a")
    close({ring.owner(key) for key in KEYS[:50]}, {"b"}, "owners once a is removed")


@case("Removing node1 leaves node10.", kind="edge", hidden=True, judges=["join-leave"])
def names_alike(task):
    ring = ring_of(task, ["node1", "node10", "1"], 4)
    ring.remove("node1")
    close([ring.owners(key, 3) for key in KEYS[:20]], [scan(["node10", "1"], 4, key, 3) for key in KEYS[:20]],
          "owners once node1 is removed, of node1, node10 and 1")


@case("Copies lie on distinct nodes, as many as there are at most.", judges=["distinct-owners"])
def distinct(task):
    ring = ring_of(task, "abcd", 50)
    for key in KEYS[:60]:
        close(ring.owners(key, 3), scan("abcd", 50, key, 3), f"three owners of {key}")
    close(sorted(ring.owners("user:7", 9)), list("abcd"), "nine owners among four nodes")


@case("An empty ring owns nothing.", kind="edge")
def empty(task):
    ring = task.Ring(3)
    raises(LookupError, ring.owner, "user:1")
    ring.add("a")
    ring.remove("a")
    raises(LookupError, ring.owners, "user:1", 2)


@case("It agrees with a scan over all points, in whatever order nodes came.", kind="property", hidden=True,
      judges=["first-at-or-after", "distinct-owners", "join-leave"])
def agrees(task):
    random = Random(1)
    for points in (1, 2, 7):
        nodes = [f"node{at}" for at in range(6)]
        random.shuffle(nodes)
        ring, there = task.Ring(points), []
        for node in nodes:
            ring.add(node)
            there.append(node)
            if random.random() < 0.4:
                gone = there.pop(random.randrange(len(there)))
                ring.remove(gone)
            for key in random.sample(KEYS, 40) if there else []:
                count = random.randrange(1, 5)
                close(ring.owners(key, count), scan(there, points, key, count), f"{count} owners of {key} among {there}")


@case("A lookup among 20,000 points takes about as long as one among 200.", kind="scale", judges=["log-lookup"])
def scale(task):
    def fastest(nodes, points):
        ring, times = ring_of(task, [f"n{at}" for at in range(nodes)], points), []
        for turn in range(7):
            began = perf_counter()
            for key in KEYS[turn * 50 : turn * 50 + 50]:
                ring.owner(key)
            times.append(perf_counter() - began)
        return min(times)

    few, many = fastest(10, 20), fastest(20, 1000)
    # A scan would take a hundred times as long, so this is no close call.
    that(many < 10 * few + 5e-4, "seconds of 50 lookups: they grow with the points", of_200=few, of_20_000=many)
