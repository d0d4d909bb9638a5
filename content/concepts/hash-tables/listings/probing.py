"""How many slots a lookup looks at, by load, beside the formulas."""

import random

SLOTS = 1 << 16
EMPTY = -1


def slot_of(key: int) -> int:
    return key % SLOTS


# region: probe
def probe(table: list[int], key: int) -> tuple[int, int]:
    """Where the key is or would go, and how many slots were looked at."""
    at, looks = slot_of(key), 1
    while table[at] != EMPTY and table[at] != key:
        at = (at + 1) % SLOTS
        looks += 1
    return at, looks
# endregion


def draw(rng: random.Random) -> int:
    return rng.getrandbits(62)


def mean(counts: list[int]) -> float:
    return sum(counts) / len(counts)


def rows(rng: random.Random, loads: list[float]) -> None:
    keys = [draw(rng) for _ in range(SLOTS)]
    strangers = [draw(rng) for _ in range(20_000)]
    table = [EMPTY] * SLOTS
    chains: list[list[int]] = [[] for _ in range(SLOTS)]
    stored = 0
    for load in loads:
        while stored < load * SLOTS:
            key = keys[stored]
            table[probe(table, key)[0]] = key
            chains[slot_of(key)].append(key)
            stored += 1
        hit = mean([probe(table, key)[1] for key in keys[:stored:4]])
        miss = mean([probe(table, key)[1] for key in strangers])
        # A chain's end is looked at, too, as a run's empty slot is.
        chain = mean([len(chains[slot_of(key)]) + 1 for key in strangers])
        free = 1 - load
        print(
            f"{load:4.2f}  {hit:5.2f} {(1 + 1 / free) / 2:6.2f}"
            f"  {miss:7.2f} {(1 + 1 / free**2) / 2:7.2f}"
            f"  {chain:6.2f} {1 + load:6.2f}"
        )


print("load  hit   formula    miss formula   chain formula")
rows(random.Random(1), [0.50, 0.67, 0.75, 0.90, 0.95])
