"""Insertion into a B+ tree."""
from bisect import bisect_right


class Page:
    """`below` is empty in a leaf, whose `next` is the leaf to its right."""

    def __init__(self, keys, below=(), next=None):
        self.keys, self.below, self.next = list(keys), list(below), next


def add(page, key, room):
    """Returns a separator and a new right page if this one split."""
    at = bisect_right(page.keys, key)
    if page.below:
        split = add(page.below[at], key, room)
        if split:
            page.keys.insert(at, split[0])
            page.below.insert(at + 1, split[1])
    elif at == 0 or page.keys[at - 1] != key:
        page.keys.insert(at, key)
    if len(page.keys) <= room:
        return None
    middle = len(page.keys) // 2
    up = page.keys[middle]
    if page.below:
        right = Page(page.keys[middle + 1 :], page.below[middle + 1 :])
    else:
        right = Page(page.keys[middle:], [], page.next)
        page.next = right
    del page.keys[middle:], page.below[middle + 1 :]
    return up, right


def insert(root, key, room):
    split = add(root, key, room)
    return Page([split[0]], [root, split[1]]) if split else root
