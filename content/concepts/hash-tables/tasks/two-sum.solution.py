"""Two elements that add up to a target."""


def two_sum(numbers: list[int], target: int) -> tuple[int, int] | None:
    place = {}
    for j, number in enumerate(numbers):
        if target - number in place:
            return place[target - number], j
        place[number] = j
    return None
