"""All keys of a B+ tree in a range."""
from bisect import bisect_left, bisect_right


class Page:
    """`below` is empty in a leaf, whose `next` is the leaf to its right."""

    def __init__(self, keys, below=(), next=None):
        self.keys, self.below, self.next = list(keys), list(below), next


def between(root, low, high):
    page, found = root, []
    while page.below:
        page = page.below[bisect_right(page.keys, low)]
    while page:
        for key in page.keys:
            if key >= high:
                return found
            if key >= low:
                found.append(key)
        page = page.next
    return found
