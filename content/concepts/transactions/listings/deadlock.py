"""Strict two-phase locking: two transfers in every order, and cycles of waits."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations


class Locks:
    def __init__(self) -> None:
        self.owner, self.waits_for = dict[str, str](), dict[str, str]()

    def take(self, who: str, key: str) -> str:
        holder = self.owner.setdefault(key, who)
        if holder == who:
            self.waits_for.pop(who, None)
            return "locked"
        self.waits_for[who] = holder
        while holder != who and holder in self.waits_for:  # follow the waits
            holder = self.waits_for[holder]
        return "deadlock" if holder == who else "waits"

    def release_all(self, who: str) -> None:
        self.owner = {key: by for key, by in self.owner.items() if by != who}
        self.waits_for.pop(who, None)


def transfer(locks: Locks, who: str, accounts: list[str]) -> Iterator[str]:
    for account in accounts:
        while (answer := locks.take(who, account)) == "waits":
            yield answer
        if answer == "deadlock":  # the one that closes the cycle gives up
            break
        yield answer
    locks.release_all(who)  # strict: at the end, and all at once
    yield answer


def every_order(first: list[str], second: list[str]) -> Counter[str]:
    ends = Counter[str]()
    for ann in combinations(range(6), 3):  # when Ann takes her three steps
        locks = Locks()
        clients = transfer(locks, "bob", second), transfer(locks, "ann", first)
        turns = [at in ann for at in range(6)] + [1, 0, 1, 0]  # waits cost turns
        seen = [next(clients[turn], "over") for turn in turns]
        bad = [end for end in ("deadlock", "waits") if end in seen]
        ends[bad[0] if bad else "neither"] += 1
    return ends


print("opposite order:", dict(every_order(["x", "y"], ["y", "x"])))
print("same order:    ", dict(every_order(["x", "y"], ["x", "y"])))
