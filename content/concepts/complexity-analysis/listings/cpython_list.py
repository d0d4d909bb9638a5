"""How many slots CPython's own list has, read from its size in memory."""
import struct
import sys

EMPTY, POINTER = sys.getsizeof([]), struct.calcsize("P")


def slots(values: list[None]) -> int:
    return (sys.getsizeof(values) - EMPTY) // POINTER


# region: formula
def grown(needed: int) -> int:
    """The next size, as list_resize in Objects/listobject.c computes it."""
    return (needed + (needed >> 3) + 6) & ~3
# endregion


N = 100_000
values: list[None] = []
sizes, moved = [0], 0
for size in range(N):
    values.append(None)
    if slots(values) != sizes[-1]:
        moved += size  # at most: a block that grows in place moves nothing
        sizes.append(slots(values))

print("slots:", *sizes[:12], "...")
as_said = all(new == grown(old + 1) for old, new in zip(sizes, sizes[1:]))
print("by the formula:", as_said)
growths = len(sizes) - 1
print(f"{N:,} appends: {growths} growths, at most {moved / N:.2f} moves an append")

while len(values) < slots(values):
    values.append(None)
changes, before = 0, slots(values)
for _ in range(1000):
    for step in (lambda: values.append(None), values.pop):
        step()
        changes, before = changes + (slots(values) != before), slots(values)
print(f"full, then append and pop 1,000 times: {changes} change of slots")

while values:
    values.pop()
print("popped to nothing:", slots(values), "slots")
