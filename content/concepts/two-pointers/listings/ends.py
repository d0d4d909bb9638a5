"""From both ends, and at two speeds: each answer against a slow one."""
from random import Random


def pair(values: list[int], target: int) -> tuple[int, int] | None:
    """Two places of a sorted list whose values add up to the target."""
    left, right = 0, len(values) - 1
    while left < right:
        total = values[left] + values[right]
        if total == target:
            return left, right
        left, right = (left + 1, right) if total < target else (left, right - 1)
    return None


# region: rain
def rain(walls: list[int]) -> int:
    """Units of water that stay between walls of those heights."""
    left, right = 0, len(walls) - 1
    high_left = high_right = water = 0
    while left <= right:
        if high_left <= high_right:
            high_left = max(high_left, walls[left])
            water += high_left - walls[left]
            left += 1
        else:
            high_right = max(high_right, walls[right])
            water += high_right - walls[right]
            right -= 1
    return water
# endregion


def cycle(after: list[int | None]) -> tuple[int, int] | None:
    """Steps to where the pointers meet, and the first node of the cycle."""
    slow = fast = steps = 0
    while fast is not None and after[fast] is not None:
        slow, fast, steps = after[slow], after[after[fast]], steps + 1
        if slow == fast:
            slow = 0
            while slow != fast:
                slow, fast = after[slow], after[fast]
            return steps, slow
    return None


rng, good = Random(4), [0, 0]
for _ in range(2000):
    a = sorted(rng.choices(range(30), k=rng.randrange(2, 9)))
    sums = {a[i] + a[j] for j in range(len(a)) for i in range(j)}
    good[0] += all((pair(a, t) is not None) == (t in sums) for t in range(60))
    good[1] += rain(a := rng.choices(range(6), k=9)) == sum(
        min(max(a[:i + 1]), max(a[i:])) - a[i] for i in range(9))
print(f"pairs right on {good[0]:,} of 2,000 lists, rain on {good[1]:,}")
shapes = [(tail, loop) for tail in range(40) for loop in range(1, 40)]
met = [cycle([*range(1, tail + loop), tail]) for tail, loop in shapes]
first = [-(-max(tail, 1) // loop) * loop for tail, loop in shapes]
print("entry found in", sum(m[1] == s[0] for m, s in zip(met, shapes)), "of 1560")
print("met at that step in", sum(m[0] == f for m, f in zip(met, first)), "of 1560")
print("without a loop:", cycle([1, 2, 3, None]), "| rain:", rain([3, 0, 2, 0, 4]))
