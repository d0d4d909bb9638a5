"""All orders in which readers and writers of one key can meet: which copy stays?"""

from collections.abc import Iterator
from itertools import permutations


class World:
    def __init__(self) -> None:
        self.row, self.copy, self.token = 1, 0, 0  # a copy of 0 is none


def client(world: World, steps: list[str], new: int) -> Iterator[None]:
    """One step a turn."""
    token = seen = 0
    for step in steps:
        if step == "get":
            if world.copy:
                return  # a hit: nothing to fill
            token = world.token
        elif step == "load":
            seen = world.row
        elif step == "fill" or (step == "lease" and token == world.token):
            world.copy = seen
        elif step == "write":
            world.row = new
        elif step == "set":
            world.copy = new
        else:  # delete
            world.copy, world.token = 0, world.token + 1
        yield


def stale(*clients: str) -> str:
    """In how many orders a copy stays that is not the row."""
    plans = [steps.split() for steps in clients]
    turns = [at for at, steps in enumerate(plans) for _ in steps]
    orders, wrong = set(permutations(turns)), 0
    for order in orders:
        world = World()
        running = [client(world, steps, at + 2) for at, steps in enumerate(plans)]
        for turn in order:
            next(running[turn], None)
        wrong += world.copy not in (0, world.row)
    return f"{wrong} of {len(orders)}"


print("orders that leave an old copy:")
print("two writers: write, set     ", stale("write set", "write set"))
print("reader; delete, write       ", stale("get load fill", "delete write"))
print("reader; write, delete       ", stale("get load fill", "write delete"))
print("with a lease: delete, write ", stale("get load lease", "delete write"))
print("with a lease: write, delete ", stale("get load lease", "write delete"))
