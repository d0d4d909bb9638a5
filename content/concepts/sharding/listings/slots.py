"""Redis Cluster's placement: a key keeps its slot, a slot changes its node."""

from binascii import crc_hqx
from collections import Counter

SLOTS = 16_384


def slot_of(key: str) -> int:
    """CRC16 of the key, or of what stands in its first braces, if anything does."""
    start = key.find("{")
    end = key.find("}", start + 1)
    if start >= 0 and end > start + 1:
        key = key[start + 1 : end]
    return crc_hqx(key.encode(), 0) % SLOTS


def deal(nodes: list[str]) -> dict[int, str]:
    """Slots in equal runs, as `redis-cli --cluster create` deals them."""
    return {slot: nodes[(2 * slot + 1) * len(nodes) // (2 * SLOTS)]
            for slot in range(SLOTS)}


def join(owner: dict[int, str], new: str) -> int:
    """Gives the new node its share, taken in turn from the others; slots moved."""
    nodes = sorted(set(owner.values()))
    theirs = [[slot for slot in owner if owner[slot] == node] for node in nodes]
    in_turn = [slot for turn in zip(*theirs, strict=False) for slot in turn]
    given = in_turn[: SLOTS // (len(nodes) + 1)]
    owner.update(dict.fromkeys(given, new))
    return len(given)


for key in ("user:1", "{user:1}:cart", "{}a", "{a}{b}", "123456789"):
    print(f"{key:<15}slot {slot_of(key):6}")

KEYS = [f"key:{at}" for at in range(20_000)]
owner = deal(["A", "B", "C"])
before = {key: owner[slot_of(key)] for key in KEYS}
print("keys ", dict(sorted(Counter(before.values()).items())))
slots = join(owner, "D")
after = {key: owner[slot_of(key)] for key in KEYS}
moved = [key for key in KEYS if before[key] != after[key]]
print("slots moved", slots, "of", SLOTS)
to = sorted({after[key] for key in moved})
print("keys moved ", len(moved), "of", len(KEYS), "to", *to)
print("keys ", dict(sorted(Counter(after.values()).items())))
