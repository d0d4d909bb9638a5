"""A shard moves while a client writes: in how many orders is the write lost?"""

from collections.abc import Iterator
from itertools import combinations


class World:  # two copies of one row, by version; the client writes version 2
    def __init__(self) -> None:
        self.old, self.new, self.copied = 1, 0, 0
        self.owner, self.both, self.fenced = "old", False, False


def migration(world: World, steps: list[str]) -> Iterator[None]:
    for step in steps:
        if step == "read":
            world.copied = world.old
        elif step == "store":
            world.new = world.copied
        elif step == "store-newer":
            world.new = max(world.new, world.copied)
        elif step == "both":  # from now on clients write to both
            world.both = True
        elif step == "fence":  # the old shard takes no writes any more
            world.fenced = True
        elif step == "log":  # what was written since the copy
            world.new = max(world.new, world.old)
        elif step == "switch":
            world.owner = "new"
        yield


def client(world: World) -> Iterator[None]:
    route, both = world.owner, world.both  # it looks at the map …
    yield
    while route == "old" and world.fenced:  # … is refused, and looks again
        yield
        route = world.owner
    if route == "old" or both:  # … and writes there
        world.old = 2
    if route == "new" or both:
        world.new = 2
    yield


def lost(plan: str) -> str:  # of all orders of its steps and the client's two
    steps, wrong = plan.split(), 0
    orders = list(combinations(range(len(steps) + 2), 2))
    for turns in orders:
        world = World()
        mover, writer = migration(world, steps), client(world)
        for turn in range(len(steps) + 2):
            next(writer if turn in turns else mover, None)
        list(writer)  # who was refused comes back
        wrong += world.new != 2
    return f"{plan:<31} lost in {wrong:2} of {len(orders)}"


for plan in ("read store switch", "read store log switch", "both read store switch",
             "both read store-newer switch", "read store fence log switch"):
    print(lost(plan))
