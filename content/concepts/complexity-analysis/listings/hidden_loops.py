"""The same loop over a list and over a set, with CPython's comparisons counted."""


class Key:
    """A value that counts how often it is compared for equality."""

    compared = 0

    def __init__(self, name: int) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        Key.compared += 1
        return isinstance(other, Key) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)


# region: two
def distinct_by_list(keys: list[Key]) -> int:
    seen: list[Key] = []
    for key in keys:
        if key not in seen:  # a loop that does not look like one
            seen.append(key)
    return len(seen)


def distinct_by_set(keys: list[Key]) -> int:
    seen: set[Key] = set()
    for key in keys:
        if key not in seen:
            seen.add(key)
    return len(seen)
# endregion


print("comparisons         list        set")
for n in (500, 1000, 2000):
    counts = []
    for distinct in (distinct_by_list, distinct_by_set):
        Key.compared = 0
        assert distinct([Key(i) for i in range(n)]) == n
        counts.append(Key.compared)
    print(f"{n:5,} distinct {counts[0]:10,} {counts[1]:10,}")
Key.compared = 0
distinct_by_set([Key(i % 100) for i in range(2000)])
print(f"2,000 keys, 100 distinct, by set: {Key.compared:,}")
Key.compared = 0
distinct_by_list([Key(i % 100) for i in range(2000)])
print(f"2,000 keys, 100 distinct, by list: {Key.compared:,}")
