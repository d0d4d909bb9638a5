"""A B+ tree from scratch: keys in linked leaves, separators in the pages above."""
import random
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Page:
    keys: list[int] = field(default_factory=list)
    below: list["Page"] = field(default_factory=list)  # empty in a leaf
    next: "Page | None" = None  # the leaf to the right


def insert(page: Page, key: int, room: int) -> tuple[int, Page] | None:
    """Returns the separator and the new right page if this one had to split."""
    at = bisect_right(page.keys, key)
    if not page.below:
        page.keys.insert(at, key)
    elif split := insert(page.below[at], key, room):
        page.keys.insert(at, split[0])
        page.below.insert(at + 1, split[1])
    if len(page.keys) <= room:
        return None
    middle = len(page.keys) // 2
    up = page.keys[middle]
    if page.below:  # the middle key moves up
        right = Page(page.keys[middle + 1 :], page.below[middle + 1 :])
    else:  # the middle key stays in its leaf, a copy goes up
        right = Page(page.keys[middle:], next=page.next)
        page.next = right
    del page.keys[middle:], page.below[middle + 1 :]
    return up, right


def between(page: Page, low: int, high: int, read: list[Page]) -> Iterator[int]:
    read.append(page)
    while page.below:
        page = page.below[bisect_right(page.keys, low)]
        read.append(page)
    while page.keys[-1] < high and page.next:
        yield from (key for key in page.keys if key >= low)
        page = page.next
        read.append(page)
    yield from (key for key in page.keys if low <= key < high)


keys = random.Random(1).sample(range(1_000_000), 50_000)
for room in (4, 16, 64, 256):
    root = Page()
    for key in keys:
        if split := insert(root, key, room):
            root = Page([split[0]], [root, split[1]])
    one, some, every = [], [], []
    list(between(root, keys[0], keys[0] + 1, one))
    found = list(between(root, 500_000, 520_000, some))
    print(f"room {room:3}: {len(list(between(root, 0, 1_000_000, every))):,} keys,"
          f" {len(one)} pages for one, {len(some):3} for {len(found)}")
    for page in every:  # Python would free a chain by recursion, too deep here
        page.next = None
