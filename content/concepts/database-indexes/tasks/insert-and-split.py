"""Insertion into a B+ tree."""
from bisect import bisect_right


class Page:
    """`below` is empty in a leaf, whose `next` is the leaf to its right."""

    def __init__(self, keys, below=(), next=None):
        self.keys, self.below, self.next = list(keys), list(below), next


def insert(root, key, room):
    """Inserts a key, and returns the root, which may be a new page.

    root: a Page; an empty tree is Page([]). An inner page has one page more in
        `below` than keys; what is below way i is at least keys[i - 1] and less
        than keys[i]. A leaf's `next` is the leaf to its right, or None.
    key: a number; one that is there already changes nothing.
    room: keys that fit into a page, 3 or more.

    >>> root = insert(Page([1, 2, 3]), 4, 3)
    >>> root.keys, [page.keys for page in root.below]
    ([3], [[1, 2], [3, 4]])
    """
    raise NotImplementedError
