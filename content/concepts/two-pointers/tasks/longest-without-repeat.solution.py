"""The longest run without a repeat."""


def longest(items):
    last = {}  # where each item was seen last
    left, best = 0, (0, 0)
    for right, item in enumerate(items):
        # Behind its last place, but never back.
        left = max(left, last.get(item, -1) + 1)
        last[item] = right
        if right - left + 1 > best[1]:
            best = left, right - left + 1
    return best
