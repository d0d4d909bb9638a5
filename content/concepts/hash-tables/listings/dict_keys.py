"""Python's dict: three patterns of interviews, and what a key must promise."""

from collections import Counter, defaultdict

Pair = tuple[int, int]


# region: patterns
def two_sum(numbers: list[int], target: int) -> Pair | None:
    """Complement: has what this one needs been seen?"""
    place: dict[int, int] = {}
    for at, number in enumerate(numbers):
        if target - number in place:
            return place[target - number], at
        place[number] = at
    return None


def anagrams(words: list[str]) -> list[list[str]]:
    """Group by key: one that all members share, and nobody else."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        groups["".join(sorted(word))].append(word)
    return list(groups.values())


def first_single(text: str) -> str | None:
    """Count, then ask again in order."""
    times = Counter(text)
    return next((letter for letter in text if times[letter] == 1), None)
# endregion


print(two_sum([3, 5, 4], 6), two_sum([3, 3], 6), two_sum([2, 7, 11], 9))
print(anagrams(["tea", "bad", "eat", "dab", "tee"]), first_single("abacb"))


class Point:
    def __init__(self, x: int) -> None:
        self.x = x

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Point) and self.x == other.x

    def __hash__(self) -> int:
        return hash(self.x)


point = Point(1)
seen = {point}
point.x = 2
asked = [point in seen, Point(1) in seen, Point(2) in seen]
print(f"after the change: {asked}, {len(seen)} stored")
point.x = 1
print("changed back:", point in seen)
print("equal keys are one:", {1: "int", 1.0: "float", True: "bool"})
